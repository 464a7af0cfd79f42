package dev.parlance.survey;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.question.Statement;
import dev.parlance.survey.question.WithOptions;
import dev.parlance.survey.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The prompts of what a survey says first, up to its first question.
 *
 * @param language the language
 * @param keys the keys, in their order
 * @param dependsOnPerson whether what is said depends on more than the variables that it shows
 */
record OpeningPrompts(Language language, List<String> keys, boolean dependsOnPerson) {
    OpeningPrompts {
        keys = List.copyOf(keys);
    }

    /** The prompts of an opening that ends with the open question of a session. */
    static OpeningPrompts of(Survey survey, SessionState asked) {
        Language language = survey.words(asked.language()).language();
        String first = Group.questionOf(asked.progress().question());
        List<String> keys = new ArrayList<>(moments(survey, language, Moment.WELCOME));
        if (first.isEmpty()) {
            if (survey.opening() == OpeningStyle.CONTINUE_OR_SWITCH) {
                keys.add("languageOptionSMS");
            }
            return of(survey, language, keys, false);
        }
        keys.addAll(moments(survey, language, Moment.BEGIN, Moment.FIRST_QUESTION));
        boolean depends = false;
        for (Group group : survey.groups()) {
            depends |= dependsOnPerson(group);
            for (Question question : group.questions()) {
                depends |= question.isConditional();
                if (question instanceof Statement || question.id().equals(first)) {
                    keys.add(variant(question.settings().prompt(), language));
                }
                if (question.id().equals(first)) {
                    return of(survey, language, keys, depends || dependsOnPerson(question));
                }
                depends |= !question.settings().next().isEmpty();
            }
        }
        return of(survey, language, keys, depends);
    }

    /** The prompts before the first question, without those that depend on more than variables. */
    static OpeningPrompts ofGreeting(Survey survey, String tag) {
        Language language = survey.words(tag).language();
        List<String> keys = moments(survey, language, Moment.WELCOME, Moment.BEGIN).stream()
                .filter(key -> survey.variables().keySet().containsAll(language.placeholders(key)))
                .filter(key -> !hasHiddenPlaceholder(key, language, survey))
                .toList();
        return new OpeningPrompts(language, keys, false);
    }

    private static OpeningPrompts of(Survey survey, Language language, List<String> keys, boolean dependsOnPerson) {
        return new OpeningPrompts(
                language,
                keys,
                dependsOnPerson || keys.stream().anyMatch(key -> hasHiddenPlaceholder(key, language, survey)));
    }

    private static List<String> moments(Survey survey, Language language, Moment... moments) {
        return Stream.of(moments)
                .map(survey::wording)
                .flatMap(Optional::stream)
                .map(key -> variant(key, language))
                .toList();
    }

    private static boolean dependsOnPerson(Group group) {
        return !isAlways(group.when()) || group.shuffled() || !group.repeat().isOnce();
    }

    private static boolean dependsOnPerson(Question question) {
        return WithOptions.of(question)
                .filter(OpeningPrompts::hasChangingOptions)
                .isPresent();
    }

    private static boolean hasChangingOptions(ChoiceQuestion choice) {
        boolean areCarried = choice.shared()
                .filter(shared -> shared.from() != SharedOptions.From.SCALE)
                .isPresent();
        return areCarried
                || choice.shuffled()
                || choice.options().stream().anyMatch(option -> !isAlways(option.when()));
    }

    private static boolean isAlways(Condition condition) {
        return condition.equals(Condition.All.ALWAYS);
    }

    /** Whether a placeholder is an answer, or chooses other words: <code>{gender, select, …}</code>. */
    private static boolean hasHiddenPlaceholder(String key, Language language, Survey survey) {
        return language.placeholders(key).stream()
                .anyMatch(name -> survey.question(name).isPresent()
                        || Pattern.compile("\\{\\s*" + name + "\\s*,")
                                .matcher(language.source(key))
                                .find());
    }

    /** The prompt without a picture or for this channel, if there is one. */
    private static String variant(String key, Language language) {
        return Stream.of(key + ".withoutImage", key + "." + MessengerChannel.WHATSAPP, key + ".text")
                .filter(language::contains)
                .findFirst()
                .orElse(key);
    }

    /** The words of all prompts. */
    String words(Map<String, String> values) {
        return String.join(
                "\n\n", keys.stream().map(key -> language.text(key, values)).toList());
    }

    /** A problem at the first prompt with a variable; without such a variable, at the last prompt, which asks the question. */
    Problem problem(String variable, String message) {
        return keys.stream()
                .filter(key -> language.placeholders(key).contains(variable))
                .findFirst()
                .or(() -> keys.stream().reduce((first, last) -> last))
                .map(key -> language.problem(key, message))
                .orElseGet(() -> Problem.of("The opening in " + language.tag() + " " + message));
    }
}
