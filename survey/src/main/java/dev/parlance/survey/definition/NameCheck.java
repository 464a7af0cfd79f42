package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that names can be used, and that each is used once. */
final class NameCheck {
    private static final Pattern SURVEY_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    private final SurveyBuilder survey;
    private final Collection<Problem> known;
    private final ProblemList problems;
    private final Set<String> taken = new HashSet<>();

    NameCheck(SurveyBuilder survey, Collection<Problem> known, ProblemList problems) {
        this.survey = survey;
        this.known = known;
        this.problems = problems;
    }

    void check() {
        if (!isKnownToBeMissing("", "name", survey.name)) {
            surveyName(survey.name).ifPresent(what -> problems.add("name", what));
        }
        for (int i = 0; i < survey.groups.size(); i++) {
            Group group = survey.groups.get(i);
            String path = QuestionPlaces.path(i);
            if (group.matrix().isPresent()) {
                matrix(path, group.matrix().get());
                continue;
            }
            if (!group.isAlone()) {
                name(path, "group", group.id());
            }
            for (int j = 0; j < group.questions().size(); j++) {
                Question question = group.questions().get(j);
                name(group.isAlone() ? path : path + ".questions[" + j + "]", "id", question.id());
            }
        }
        for (String scale : survey.scales.keySet()) {
            letters("scales." + scale, scale);
        }
        for (String agent : survey.agents.keySet()) {
            letters("agents." + agent, agent);
        }
        for (String variable : survey.variables.keySet()) {
            name("variables", variable, variable);
        }
    }

    /** The names of items belong to the matrix. */
    private void matrix(String path, Matrix matrix) {
        name(path, "id", matrix.id());
        for (int i = 0; i < matrix.items().size(); i++) {
            String item = matrix.items().get(i).id();
            String place = path + ".items[" + i + "]";
            if (!isKnownToBeMissing(place, "id", item)) {
                letters(place + ".id", item);
            }
        }
    }

    /** The problem of a survey's name. */
    static Optional<String> surveyName(String name) {
        return SURVEY_NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("is \"" + name
                        + "\", but must start with a letter or digit and contain at most 64 letters, digits,"
                        + " dots, underscores and hyphens");
    }

    private void name(String place, String field, String name) {
        String path = place + "." + field;
        if (isKnownToBeMissing(place, field, name)) {
            return;
        }
        if (!letters(path, name)) {
            return;
        }
        if (Jump.isEnd(name)) {
            problems.add(path, "is \"" + name + "\", which is reserved for an end of the survey");
        } else if (!taken.add(name)) {
            problems.add(path, "is \"" + name + "\", which is already used");
        }
    }

    private boolean letters(String path, String name) {
        if (!Fields.isName(name)) {
            problems.add(
                    path,
                    "is \"" + name
                            + "\", but must start with a letter and contain at most 64 letters, digits and underscores");
        }
        return Fields.isName(name);
    }

    /** Whether the reader of the file has reported that the name is missing. */
    private boolean isKnownToBeMissing(String place, String field, String name) {
        return name.isEmpty()
                && known.stream()
                        .anyMatch(problem -> problem.path().equals(place)
                                && problem.message().equals("needs \"" + field + "\""));
    }
}
