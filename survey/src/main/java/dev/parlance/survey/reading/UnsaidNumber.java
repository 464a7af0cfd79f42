package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A number that a reply means without saying just that: "not 4 but 5", "full marks", "my wife and I", "nothing". */
final class UnsaidNumber {
    private UnsaidNumber() {}

    /** The number, which has to be confirmed. */
    static Guess<BigDecimal> in(List<Token> tokens, NumberMention.Scale scale, Set<String> asked, Trail trail) {
        Optional<BigDecimal> instead = Replaced.number(tokens);
        if (instead.isPresent()) {
            return likely(instead.get(), trail, "this number instead of the one refused");
        }
        Optional<BigDecimal> end = ScaleEnd.named(tokens, scale, asked, trail);
        if (end.isPresent()) {
            return likely(end.get(), trail, "an end of the scale");
        }
        Optional<BigDecimal> people = scale.isShort() ? Optional.empty() : Company.count(tokens, asked, trail);
        if (people.isPresent()) {
            return likely(people.get(), trail, "people, counted");
        }
        return isZero(tokens, scale, asked, trail) ? likely(BigDecimal.ZERO, trail, "none, so zero") : Guess.none();
    }

    private static Guess<BigDecimal> likely(BigDecimal number, Trail trail, String conclusion) {
        return Guess.perhaps(List.of(number)).because(trail.so(conclusion));
    }

    /** Whether the reply says "nothing", and nothing else. */
    private static boolean isZero(List<Token> tokens, NumberMention.Scale scale, Set<String> asked, Trail trail) {
        return scale.hasZero()
                && tokens.stream().allMatch(token -> token.is(Sense.NONE) || Mentions.changesNothing(token, asked))
                && !Mentions.has(tokens, Sense.NUMBER)
                && trail.meets(tokens, Sense.NONE);
    }
}
