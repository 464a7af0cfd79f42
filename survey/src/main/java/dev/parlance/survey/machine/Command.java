package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.words.CarrierKeywords;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;

/** The words and keys that work at any question. */
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
    SKIP;

    private static final int MAX_LENGTH = 40;
    private static final int MAX_SENTENCE_LENGTH = 100;

    /** The command in this input, if any. Words must be the whole input. */
    static Command in(Input input, Words words, Rules rules) {
        if (input instanceof Input.Keys keys) {
            return switch (keys.keys()) {
                case "*" -> MENU;
                case "#" -> REPEAT;
                default -> NONE;
            };
        }
        if (input instanceof Input.Text text) {
            return word(text.body(), words, rules);
        }
        if (input instanceof Input.Speech speech && speech.confidence() >= rules.confidence()) {
            return word(speech.words(), words, rules);
        }
        return NONE;
    }

    private static Command word(String text, Words words, Rules rules) {
        if (text.length() > MAX_SENTENCE_LENGTH) {
            return NONE;
        }
        String folded = TextNormalizer.normalize(text);
        if (rules.commands() == Commands.CARRIERS) {
            return carrierCommand(folded);
        }
        if (CarrierKeywords.STOP.contains(folded)) {
            return STOP;
        }
        if (words.list("stop").contains(folded)) {
            return STOP_WORD;
        }
        if (asksToStop(folded, words)) {
            return STOP_SENTENCE;
        }
        if (text.length() > MAX_LENGTH) {
            return NONE;
        }
        if (CarrierKeywords.START.contains(folded) || words.list("start").contains(folded)) {
            return START;
        }
        if (words.list("help").contains(folded)) {
            return HELP;
        }
        if (words.list("menu").contains(folded)) {
            return MENU;
        }
        if (words.list("back").contains(folded)) {
            return BACK;
        }
        if (words.list("repeat").contains(folded)) {
            return REPEAT;
        }
        if (words.list("restart").contains(folded)) {
            return RESTART;
        }
        return words.list("skip").contains(folded) ? SKIP : NONE;
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
