package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.util.Optional;
import java.util.Set;

/** The words and keys by which a person steers a survey, whatever is being asked. */
enum Command {
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

    /** The command that an input is; words count only if they are all of it. */
    static Optional<Command> in(Input input, Words words, Rules rules) {
        if (input instanceof Input.Keys keys) {
            return switch (keys.keys()) {
                case "*" -> Optional.of(MENU);
                case "#" -> Optional.of(REPEAT);
                default -> Optional.empty();
            };
        }
        if (input instanceof Input.Text text) {
            return word(text.body(), words, rules);
        }
        if (input instanceof Input.Speech speech && speech.confidence() >= rules.confidence()) {
            return word(speech.words(), words, rules);
        }
        return Optional.empty();
    }

    private static Optional<Command> word(String text, Words words, Rules rules) {
        if (text.length() > LONGEST_WISH) {
            return Optional.empty();
        }
        String folded = Folding.fold(text);
        if (rules.commands() == Commands.CARRIERS) {
            return carriers(folded);
        }
        if (STOP_EVERYWHERE.contains(folded)) {
            return Optional.of(STOP);
        }
        if (words.list("stop").contains(folded)) {
            return Optional.of(STOP_WORD);
        }
        if (wishesToStop(folded, words)) {
            return Optional.of(STOP_WISH);
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (START_EVERYWHERE.contains(folded) || words.list("start").contains(folded)) {
            return Optional.of(START);
        }
        if (words.list("help").contains(folded)) {
            return Optional.of(HELP);
        }
        if (words.list("menu").contains(folded)) {
            return Optional.of(MENU);
        }
        if (words.list("back").contains(folded)) {
            return Optional.of(BACK);
        }
        if (words.list("repeat").contains(folded)) {
            return Optional.of(REPEAT);
        }
        if (words.list("restart").contains(folded)) {
            return Optional.of(RESTART);
        }
        return words.list("skip").contains(folded) ? Optional.of(SKIP) : Optional.empty();
    }

    private static boolean wishesToStop(String folded, Words words) {
        String said = words.isSpaced() ? " " + folded + " " : folded;
        return words.list("stopWishes").stream()
                .anyMatch(wish -> said.contains(words.isSpaced() ? " " + wish + " " : wish));
    }

    private static Optional<Command> carriers(String folded) {
        if (STOP_EVERYWHERE.contains(folded)) {
            return Optional.of(STOP);
        }
        if (START_EVERYWHERE.contains(folded)) {
            return Optional.of(START);
        }
        return folded.equals("help") ? Optional.of(HELP) : Optional.empty();
    }
}
