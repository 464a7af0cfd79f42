package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.util.Set;

/** The words and keys by which a person steers a survey, whatever is being asked. */
enum Command {
    /** No command. */
    NONE,
    /** What carriers take for an end: no message may follow. */
    STOP,
    /** A word for an end that people also use otherwise: "alto", "Ende". */
    STOP_WORD,
    /** A sentence that asks to be left alone. */
    STOP_WISH,
    START,
    HELP,
    MENU,
    BACK,
    REPEAT,
    RESTART,
    SKIP;

    /** What carriers take for an end, in any language; in Canada they take ARRET, too. */
    private static final Set<String> STOP_EVERYWHERE =
            Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "arret");

    private static final Set<String> START_EVERYWHERE = Set.of("start", "unstop");
    private static final int LONGEST = 40;
    private static final int LONGEST_WISH = 100;

    /** The command that an input is, if it is one; words count only if they are all of it. */
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
        if (text.length() > LONGEST_WISH) {
            return NONE;
        }
        String folded = Folding.fold(text);
        if (rules.commands() == Commands.CARRIERS) {
            return carriers(folded);
        }
        if (STOP_EVERYWHERE.contains(folded)) {
            return STOP;
        }
        if (words.list("stop").contains(folded)) {
            return STOP_WORD;
        }
        if (wishesToStop(folded, words)) {
            return STOP_WISH;
        }
        if (text.length() > LONGEST) {
            return NONE;
        }
        if (START_EVERYWHERE.contains(folded) || words.list("start").contains(folded)) {
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

    private static boolean wishesToStop(String folded, Words words) {
        for (String wish : words.list("stopWishes")) {
            if (folded.contains(wish) && (!words.isSpaced() || hasWords(folded, wish))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWords(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }

    private static Command carriers(String folded) {
        if (STOP_EVERYWHERE.contains(folded)) {
            return STOP;
        }
        if (START_EVERYWHERE.contains(folded)) {
            return START;
        }
        return folded.equals("help") ? HELP : NONE;
    }
}
