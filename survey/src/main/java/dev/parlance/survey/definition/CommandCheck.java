package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.WithOptions;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds options that nobody can choose by name, because the name is a command of the language. */
final class CommandCheck {
    private final SurveyBuilder survey;
    private final Collection<Words> languages;
    private final QuestionPlaces questions;
    private final ProblemList problems;

    CommandCheck(SurveyBuilder survey, Collection<Words> languages, QuestionPlaces questions, ProblemList problems) {
        this.survey = survey;
        this.languages = languages;
        this.questions = questions;
        this.problems = problems;
    }

    void check() {
        for (Words words : languages) {
            CommandWords all = new CommandWords(words, survey);
            for (QuestionPlaces.Place at : questions.worded()) {
                WithOptions.of(at.question())
                        .ifPresent(choice -> named(choice, words.language())
                                .forEach(option -> check(at.path() + ".options", choice, option, words, all)));
            }
        }
    }

    /** The options whose words in a language are known. */
    static List<Option> named(ChoiceQuestion choice, Language language) {
        return choice.options().stream()
                .distinct()
                .filter(option -> {
                    String key = choice.promptOf(option);
                    return language.contains(key) && isPlain(language, key) && isPlain(language, key + ".also");
                })
                .toList();
    }

    private static boolean isPlain(Language language, String key) {
        return !language.contains(key) || language.placeholders(key).isEmpty();
    }

    /** Whether an option with this word can't be chosen by it. Other commands may let the answer through. */
    static boolean isBlocked(String word, CommandWords commands, Words words) {
        return commands.find(word)
                .filter(command -> !command.equals("start"))
                .filter(command -> words.list(command).contains(word))
                .isPresent();
    }

    private void check(String path, ChoiceQuestion choice, Option option, Words words, CommandWords all) {
        Set<String> blocked = new TreeSet<>(choice.wordsFor(option, words));
        blocked.removeIf(word -> !isBlocked(word, all, words));
        for (String word : blocked) {
            problems.add(path, clash(option.id(), word, words, all));
        }
    }

    static String clash(String option, String word, Words words, CommandWords all) {
        return "has the option " + option + ", which matches \"" + word + "\" in "
                + words.language().tag() + ", also the command to "
                + all.find(word).orElseThrow();
    }
}
