package dev.parlance.survey.reading;

import dev.parlance.survey.reading.OptionMention.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An option that a reply means as a whole without naming it: "I don't know" for "Not sure", "ni l'un ni l'autre". */
record UnnamedOption(OptionLabels labels, Set<String> asked, Trail trail) {
    private static final Sense[] NEITHER_NOR = {Sense.NEITHER, Sense.ONE, Sense.OR, Sense.LABEL};

    /** The option, which has to be confirmed. */
    Optional<Found> in(List<Token> tokens) {
        if (labels.onlyUnsure().isPresent() && isUnsure(tokens)) {
            trail.meets(tokens, Sense.UNSURE);
            return labels.onlyUnsure().map(option -> found(option, "the option for people who don't know"));
        }
        return isNeither(tokens)
                ? labels.onlyNeither().map(option -> found(option, "the option between two others"))
                : Optional.empty();
    }

    private Found found(int option, String conclusion) {
        return new Found(List.of(option), false, false, trail.so(conclusion));
    }

    private boolean isUnsure(List<Token> tokens) {
        return Mentions.has(tokens, Sense.UNSURE, Sense.HEDGE)
                && tokens.stream()
                        .filter(token -> !token.is(Sense.UNSURE))
                        .allMatch(token -> Mentions.changesNothing(token, asked));
    }

    private boolean isNeither(List<Token> tokens) {
        return labels.onlyNeither().isPresent()
                && tokens.stream().allMatch(token -> token.isAny(NEITHER_NOR) || Mentions.changesNothing(token, asked))
                && tokens.stream().filter(token -> token.is(Sense.LABEL)).count() != 1
                && trail.meets(tokens, Sense.NEITHER);
    }
}
