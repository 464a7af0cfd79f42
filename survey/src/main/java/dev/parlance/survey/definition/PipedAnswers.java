package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.Question;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds prompts with an answer that may be missing, and no text to replace it. All prompts with one answer are one problem,
 * because one text solves it.
 */
final class PipedAnswers {
    /** Where an answer is used: the first place, and all prompts and languages without a text for a missing answer. */
    private static final class Uses {
        private final String path;
        private final Set<String> keys = new LinkedHashSet<>();
        private final Set<String> tags = new LinkedHashSet<>();
        private boolean isByChoice;

        Uses(String path) {
            this.path = path;
        }
    }

    private final SurveyBuilder survey;
    private final QuestionPlaces questions;
    private final Flow flow;
    private final Map<String, Uses> found = new LinkedHashMap<>();

    PipedAnswers(SurveyBuilder survey, QuestionPlaces questions, Flow flow) {
        this.survey = survey;
        this.questions = questions;
        this.flow = flow;
    }

    /**
     * Adds the placeholders of a question's prompt.
     *
     * @param at the question that the prompt asks
     */
    void atQuestion(QuestionPlaces.Place at, String key, Language language) {
        Set<String> surelyAnswered = new LinkedHashSet<>(
                Unanswered.excludedBy(at.question().settings().when()));
        surelyAnswered.addAll(Unanswered.excludedBy(at.group().when()));
        for (String name : language.placeholders(key)) {
            if (surelyAnswered.contains(name) || !lacksText(name, language)) {
                continue;
            }
            questions.find(name).ifPresent(piped -> {
                boolean isByChoice = Unanswered.byChoice(piped.question());
                boolean isInSameGroup = piped.group().equals(at.group());
                if (isByChoice || mayBeMissing(piped, at.id(), isInSameGroup)) {
                    add(at.path(), name, key, language).isByChoice |= isByChoice;
                }
            });
        }
    }

    /**
     * Adds the placeholders of a prompt outside the questions.
     *
     * @param isAtEnd whether the prompt comes after the last question, not before or between them
     */
    void outside(String path, String key, Language language, boolean isAtEnd) {
        for (String name : language.placeholders(key)) {
            if (lacksText(name, language)) {
                questions.find(name).ifPresent(piped -> {
                    if (!isAtEnd || Unanswered.byChoice(piped.question()) || mayBeMissing(piped, Flow.END, false)) {
                        add(path, name, key, language);
                    }
                });
            }
        }
    }

    private boolean mayBeMissing(QuestionPlaces.Place piped, String at, boolean isInSameGroup) {
        return Unanswered.byAccident(piped.question(), survey.rules.attempts())
                || (!isInSameGroup && Unanswered.byAccident(piped.group()))
                || flow.canAvoid(piped.id(), at);
    }

    private boolean lacksText(String name, Language language) {
        return questions
                .question(name)
                .filter(piped -> !language.contains(keyFor(piped)))
                .isPresent();
    }

    private static String keyFor(Question piped) {
        return piped.settings().prompt() + ".unanswered";
    }

    private Uses add(String path, String name, String key, Language language) {
        Uses uses = found.computeIfAbsent(name, any -> new Uses(path));
        uses.keys.add(key);
        uses.tags.add(language.tag());
        return uses;
    }

    void report(ProblemList problems, ProblemList warnings) {
        found.forEach((name, uses) -> {
            String tags = Listing.and(uses.tags);
            String what = "uses the prompt" + (uses.keys.size() == 1 ? " " : "s ") + Listing.quoted(uses.keys)
                    + ", which in " + tags + (uses.keys.size() == 1 ? " has" : " have") + " the placeholder {" + name
                    + "}, but that question may have no answer. Add the prompt \""
                    + questions.question(name).map(PipedAnswers::keyFor).orElse(name)
                    + "\" to " + tags + "; its text replaces a missing answer";
            (uses.isByChoice ? problems : warnings).add(uses.path, what);
        });
    }
}
