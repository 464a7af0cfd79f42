package dev.parlance.survey.definition;

import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.WithOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what an older version of a survey has and a newer one lacks: a question, its kind, an option, a language. */
final class SurveyChange {
    private SurveyChange() {}

    static List<String> between(Survey older, Survey newer) {
        List<String> broken = new ArrayList<>();
        if (!older.name().equals(newer.name())) {
            broken.add("the survey has another name: \"" + newer.name() + "\", not \"" + older.name() + "\"");
        }
        for (Group group : older.groups()) {
            for (Question question : group.questions()) {
                Optional<Question> now = newer.question(question.id());
                if (now.isEmpty()) {
                    broken.add("the question \"" + question.id() + "\" was removed");
                } else if (!now.get().kind().equals(question.kind())
                        || !now.get().details().equals(question.details())
                        || !optionsOf(now.get()).equals(optionsOf(question))) {
                    broken.add("the question \"" + question.id() + "\" accepts different answers: "
                            + now.get().kind() + now.get().details() + ", not " + question.kind()
                            + question.details());
                } else if (!repeatOf(newer, question.id()).equals(repeatOf(older, question.id()))) {
                    broken.add("the question \"" + question.id() + "\" is repeated differently");
                }
            }
        }
        older.prompts().languages().forEach(language -> {
            if (newer.prompts().find(language.tag()).isEmpty()) {
                broken.add("the language " + language.tag() + " was removed");
            }
        });
        return broken;
    }

    /** All options, because those of a scale are not among the details of a question. */
    private static List<Option> optionsOf(Question question) {
        return WithOptions.of(question).map(ChoiceQuestion::options).orElse(List.of());
    }

    private static Optional<String> repeatOf(Survey survey, String question) {
        return survey.groups().stream()
                .filter(group ->
                        group.questions().stream().anyMatch(other -> other.id().equals(question)))
                .map(group -> group.isAlone() && group.repeat().isOnce() ? "" : group.id() + group.repeat())
                .findFirst();
    }
}
