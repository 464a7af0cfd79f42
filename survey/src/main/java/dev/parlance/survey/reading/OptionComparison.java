package dev.parlance.survey.reading;

import java.util.List;
import java.util.Optional;

/** Whether a reply compares an option: "more than satisfied". "Plus" compares, but joins options. */
final class OptionComparison {
    /** What can name an option. */
    private static final Sense[] NAMES = {Sense.LABEL, Sense.SAME, Sense.NUMBER, Sense.ORDINAL, Sense.LAST};

    private OptionComparison() {}

    static boolean in(List<Token> tokens, Trail trail) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean compares = tokens.get(i).is(Sense.COMPARE) && !tokens.get(i).is(Sense.AND);
            if (compares && isBesideOption(tokens, i) && trail.takes(tokens.get(i), Sense.COMPARE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a comparison follows an option, or stands before one or before something that can be one with a typo. */
    private static boolean isBesideOption(List<Token> tokens, int at) {
        Optional<Token> before = next(tokens, at, -1);
        Optional<Token> after = next(tokens, at, 1);
        return before.filter(token -> token.isAny(NAMES)).isPresent()
                || after.filter(token -> token.isUnknown() || token.isAny(NAMES))
                        .isPresent();
    }

    private static Optional<Token> next(List<Token> tokens, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < tokens.size() && tokens.get(at).isAny(Mentions.FILLERS)) {
            at += step;
        }
        return at >= 0 && at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
    }
}
