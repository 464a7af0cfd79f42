package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An end of a scale that is named instead of its number: "full marks", "the lowest". */
final class ScaleEnd {
    private ScaleEnd() {}

    /** The end that a reply names, if it names one of them and nothing else. */
    static Optional<BigDecimal> named(List<Token> tokens, NumberMention.Scale scale, Set<String> asked, Trail trail) {
        boolean isHighest = Mentions.has(tokens, Sense.HIGHEST);
        boolean isOnlyEnd = isHighest != Mentions.has(tokens, Sense.LOWEST)
                && tokens.stream()
                        .allMatch(token -> token.isAny(Sense.HIGHEST, Sense.LOWEST, Sense.UNIT, Sense.OPTION)
                                || Mentions.changesNothing(token, asked));
        if (!isOnlyEnd || !scale.isShort()) {
            return Optional.empty();
        }
        trail.meets(tokens, Sense.HIGHEST, Sense.LOWEST);
        return isHighest ? scale.max() : scale.min();
    }
}
