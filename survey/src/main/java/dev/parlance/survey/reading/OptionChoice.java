package dev.parlance.survey.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The options that a reply chooses, and those that it refuses. */
final class OptionChoice {
    private final OptionLabels labels;
    private final boolean several;
    private final Set<Integer> chosen = new LinkedHashSet<>();
    private final Set<Integer> refused = new LinkedHashSet<>();
    private boolean isSure = true;
    private boolean isEither;

    OptionChoice(OptionLabels labels, boolean several) {
        this.labels = labels;
        this.several = several;
    }

    /** Names an option, which a negation next to it refuses. */
    void name(List<Token> tokens, int at, int option) {
        boolean isRefused = isRefused(tokens, at, option);
        (isRefused ? refused : chosen).add(option);
        if (isRefused) {
            labels.denying(tokens.get(at)).ifPresent(this::chooseUnsurely);
        }
    }

    /** Names what an option denies: "fever" beside the option "No fever". */
    void nameDenied(List<Token> tokens, int at, int option) {
        if (isRefused(tokens, at, -1)) {
            chooseUnsurely(option);
        } else {
            refused.add(option);
        }
    }

    void choose(int option) {
        chosen.add(option);
    }

    private void chooseUnsurely(int option) {
        chosen.add(option);
        isSure = false;
    }

    void chooseAllButNone() {
        for (int option = 0; option < labels.count(); option++) {
            if (!labels.isNone(option)) {
                chooseUnsurely(option);
            }
        }
    }

    /** Adds the option that an intensifier may mean: "really bad" can be "Very bad". */
    void orStronger(int option) {
        isEither = chosen.add(option) || isEither;
        isSure = false;
    }

    void isUnsure() {
        isSure = false;
    }

    boolean isSure() {
        return isSure;
    }

    boolean isEither() {
        return isEither;
    }

    /** What is chosen and not refused. */
    List<Integer> options() {
        return chosen.stream().filter(option -> !refused.contains(option)).toList();
    }

    /** Whether a word before or after the mention refuses it, with nothing but small words between. */
    private boolean isRefused(List<Token> tokens, int at, int option) {
        for (int i = at - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            // An "n" can be a no or an "and".
            if (before.isAny(Sense.NOT, Sense.NO, Sense.NONE) && !before.is(Sense.AND) && !isDenial(tokens, i)) {
                // "No, no fever" agrees with the option "No fever".
                return !(before.is(Sense.NO) && labels.isNegated(option));
            }
            if (!before.isUnknown() && !before.isAny(Sense.AROUND, Sense.DATE_WORD, Sense.OPTION, Sense.PREFIX)) {
                break;
            }
        }
        for (int i = at + 1; i < tokens.size(); i++) {
            Token after = tokens.get(i);
            if (after.is(Sense.NOT_AFTER) && !isDenial(tokens, i)) {
                return true;
            }
            if (!after.is(Sense.AROUND)) {
                break;
            }
        }
        return false;
    }

    /** In "bus no train", a "no" refuses neither for certain, if only one can be chosen. */
    private boolean isDenial(List<Token> tokens, int at) {
        return !several && Denial.canBeAt(tokens, at);
    }
}
