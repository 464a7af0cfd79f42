package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.ConsentQuestion;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TextQuestion;
import dev.parlance.survey.question.WithOptions;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.reading.Alternatives;
import dev.parlance.survey.reading.BoundedMatch;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds likely answers that are commands: respondents who give them are not understood, or opt out. */
final class CommandReview {
    /** Letters that only a pattern for any words can match. */
    private static final String NO_WORD = "qzxvkj";

    private final SurveyBuilder survey;
    private final Collection<Words> languages;
    private final WordingCheck wording;
    private final QuestionPlaces questions;
    private final ProblemList warnings;
    private final Set<String> reported = new TreeSet<>();

    CommandReview(
            SurveyBuilder survey,
            Collection<Words> languages,
            WordingCheck wording,
            QuestionPlaces questions,
            ProblemList warnings) {
        this.survey = survey;
        this.languages = languages;
        this.wording = wording;
        this.questions = questions;
        this.warnings = warnings;
    }

    void review() {
        for (Words words : languages) {
            CommandWords all = new CommandWords(words, survey);
            for (QuestionPlaces.Place at : questions.worded()) {
                Question question = at.question();
                WithOptions.of(question).ifPresent(choice -> options(at.path() + ".options", choice, words, all));
                if (question instanceof YesNoQuestion || question instanceof ConsentQuestion) {
                    yesAndNo(at.path(), words, all);
                } else if (question.acceptsAnyText()) {
                    suggested(at, words, all);
                }
                if (question instanceof TextQuestion text) {
                    text.pattern().ifPresent(pattern -> pattern(at.path() + ".pattern", pattern, words, all));
                }
            }
        }
    }

    private void options(String path, ChoiceQuestion choice, Words words, CommandWords all) {
        for (Option option : CommandCheck.named(choice, words.language())) {
            for (String word : choice.wordsFor(option, words)) {
                Optional<String> wish = all.wishToStop(word);
                if (all.find(word).isPresent()) {
                    if (!CommandCheck.isBlocked(word, all, words)) {
                        warnings.add(path, CommandCheck.clash(option.id(), word, words, all));
                    }
                } else if (wish.isPresent()) {
                    warnings.add(
                            path,
                            called(option.id(), word, words)
                                    + ": someone who answers with these words is asked whether to"
                                    + " stop all messages, because of \"" + wish.get() + "\". Use other words");
                } else {
                    parts(path, option.id(), word, words, all);
                }
            }
        }
    }

    private static String called(String option, String label, Words words) {
        return "has the option " + option + ", called \"" + label + "\" in "
                + words.language().tag();
    }

    /** Checks each word of a label, because respondents may answer with one: "alto" for "Precio alto". */
    private void parts(String path, String option, String label, Words words, CommandWords all) {
        for (String word : label.split(" ", -1)) {
            all.find(word)
                    .ifPresent(command -> warnings.add(
                            path,
                            called(option, label, words) + ": someone who answers \"" + word
                                    + "\" means this option, but \"" + word + "\" is also the command to "
                                    + command));
        }
    }

    private void yesAndNo(String path, Words words, CommandWords all) {
        String tag = words.language().tag();
        for (String answer : List.of(YesNoQuestion.YES, YesNoQuestion.NO)) {
            for (String word : words.list(answer)) {
                Optional<String> command = all.find(word);
                if (command.isPresent() && reported.add(tag + " " + word)) {
                    warnings.add(
                            path,
                            "asks for yes or no, but \"" + word + "\", which means " + answer + " in " + tag
                                    + ", is also the command to " + command.get()
                                    + " and never counts as an answer. Remove it from one of the prompts \"survey."
                                    + answer + "\" and \"survey." + command.get() + "\"");
                }
            }
        }
    }

    /** Checks the answers that an open question suggests: "Front or back?" */
    private void suggested(QuestionPlaces.Place at, Words words, CommandWords all) {
        Language language = words.language();
        Set<String> found = new LinkedHashSet<>();
        for (String key : wording.variantsOf(at.question().settings().prompt(), language)) {
            found.addAll(Alternatives.in(language.source(key), all.all(), words));
        }
        for (String word : found) {
            warnings.add(
                    at.path(),
                    "suggests the answer \"" + word + "\" in " + language.tag() + ", which is the command to "
                            + all.find(word).orElseThrow() + " and never counts as an answer. Ask for another word,"
                            + " or make it a question with options");
        }
    }

    /** Checks a pattern that lists words. */
    private void pattern(String path, Pattern pattern, Words words, CommandWords all) {
        Set<String> matched = new TreeSet<>(all.all());
        matched.removeIf(word -> !matchesOnly(pattern, word));
        for (String word : matched) {
            if (reported.add(path + " " + word)) {
                warnings.add(
                        path,
                        "matches \"" + word + "\", but in "
                                + words.language().tag() + " that is the command to "
                                + all.find(word).orElseThrow() + " and never counts as an answer");
            }
        }
    }

    /** Whether a pattern matches a word, in small or capital letters, but not any word of this length. */
    private static boolean matchesOnly(Pattern pattern, String word) {
        String other = NO_WORD.repeat(1 + word.length() / NO_WORD.length()).substring(0, word.length());
        return matchesOnly(pattern, word, other)
                || matchesOnly(pattern, word.toUpperCase(Locale.ROOT), other.toUpperCase(Locale.ROOT));
    }

    private static boolean matchesOnly(Pattern pattern, String word, String other) {
        return BoundedMatch.matches(pattern, word) && !BoundedMatch.matches(pattern, other);
    }
}
