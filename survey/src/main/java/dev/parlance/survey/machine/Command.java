package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.words.CarrierKeywords;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What works at any question, by a word, a key or a sentence. */
enum Command {
    /** No command. */
    NONE,
    /** A carrier's opt-out keyword: no message may follow. */
    STOP,
    /** An opt-out word that also has other uses, such as "alto" or "Ende". */
    STOP_WORD,
    /** A sentence that asks to stop. */
    STOP_SENTENCE,
    START,
    HELP,
    MENU,
    BACK,
    REPEAT,
    RESTART,
    SKIP,
    /** The open item of a matrix and those after it are skipped. */
    SKIP_ALL("skipAll"),
    /** A person is wanted instead of the survey. */
    AGENT;

    private static final List<Command> WITH_WORDS =
            List.of(START, HELP, MENU, BACK, REPEAT, RESTART, SKIP, SKIP_ALL, AGENT);
    private static final int MAX_LENGTH = 40;
    private static final int MAX_SENTENCE_LENGTH = 100;

    /** The names of the lists with its words and with the phrases that ask for it. */
    private final String wordList;

    private final String wishList;

    Command() {
        wordList = TextNormalizer.lower(name());
        wishList = wordList + "Wishes";
    }

    Command(String wordList) {
        this.wordList = wordList;
        this.wishList = wordList + "Wishes";
    }

    /** The command in this input, if any. The whole input must be a command. */
    static Command in(Input input, Words words, Survey survey) {
        Command command = in(input, words, survey.rules());
        return switch (command) {
            case AGENT -> survey.agents().isEmpty() ? NONE : AGENT;
            case SKIP_ALL -> survey.hasMatrix() ? SKIP_ALL : NONE;
            default -> command;
        };
    }

    private static Command in(Input input, Words words, Rules rules) {
        if (input instanceof Input.Keys keys) {
            return switch (keys.keys()) {
                case "*" -> MENU;
                case "#" -> REPEAT;
                default -> NONE;
            };
        }
        if (input instanceof Input.Text text) {
            return in(text.body(), words, rules);
        }
        if (input instanceof Input.Speech speech && speech.confidence() >= rules.confidence()) {
            return in(speech.words(), words, rules);
        }
        return NONE;
    }

    /** The command that a text asks for at its start or end, whatever else it says: "can we go back, I hit the wrong key". */
    static Command beside(Input input, Words words, Rules rules) {
        boolean isHeard = !(input instanceof Input.Speech speech) || speech.confidence() >= rules.confidence();
        boolean isWords = input instanceof Input.Text || input instanceof Input.Speech;
        return isWords
                        && isHeard
                        && rules.commands() != Commands.CARRIERS
                        && input.words().length() <= MAX_SENTENCE_LENGTH
                ? CommandSentence.beside(TextNormalizer.normalize(input.words()), words)
                        .orElse(NONE)
                : NONE;
    }

    private static Command in(String text, Words words, Rules rules) {
        if (text.length() > MAX_SENTENCE_LENGTH) {
            return NONE;
        }
        String folded = TextNormalizer.normalize(text);
        if (rules.commands() == Commands.CARRIERS) {
            return carrierCommand(folded);
        }
        Optional<Command> word = text.length() > MAX_LENGTH ? Optional.empty() : word(folded, words);
        return word.or(() -> asksToStop(folded, words) ? Optional.of(STOP_SENTENCE) : Optional.empty())
                .or(() -> CommandSentence.in(folded, words))
                .orElse(NONE);
    }

    /** The command that a folded word is. */
    static Optional<Command> word(String folded, Words words) {
        if (CarrierKeywords.STOP.contains(folded)) {
            return Optional.of(STOP);
        }
        if (words.list("stop").contains(folded)) {
            return Optional.of(STOP_WORD);
        }
        if (CarrierKeywords.START.contains(folded)) {
            return Optional.of(START);
        }
        return first(command -> words.list(command.wordList).contains(folded));
    }

    /** The command that a folded phrase, such as "say that again", asks for. */
    static Optional<Command> wish(String folded, Words words) {
        return first(command -> words.list(command.wishList).contains(folded));
    }

    private static Optional<Command> first(Predicate<Command> fits) {
        for (Command command : WITH_WORDS) {
            if (fits.test(command)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** Whether an exact answer comes first. Carriers want STOP and HELP to work always. */
    boolean yieldsToAnswer() {
        return switch (this) {
            case START, MENU, BACK, REPEAT, RESTART, SKIP, SKIP_ALL, AGENT -> true;
            case NONE, STOP, STOP_WORD, STOP_SENTENCE, HELP -> false;
        };
    }

    private static boolean asksToStop(String folded, Words words) {
        for (String phrase : words.list("stopWishes")) {
            if (folded.contains(phrase) && (!words.isSpaced() || hasWords(folded, phrase))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWords(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }

    private static Command carrierCommand(String folded) {
        if (CarrierKeywords.STOP.contains(folded)) {
            return STOP;
        }
        if (CarrierKeywords.START.contains(folded)) {
            return START;
        }
        return folded.equals(CarrierKeywords.HELP) ? HELP : NONE;
    }
}
