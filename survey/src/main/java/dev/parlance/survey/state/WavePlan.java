package dev.parlance.survey.state;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which waves of a survey a person has got. The methods return copies.
 *
 * @param first when the first wave began
 * @param last the last wave that was planned for the person, which may not have begun yet
 */
public record WavePlan(Instant first, int last) {
    private static final Pattern OCCASION = Pattern.compile("wave-([1-9]\\d{0,3})");

    /** A plan that starts now. */
    public static WavePlan from(Instant now) {
        return new WavePlan(now, 1);
    }

    /** The occasion of a wave: {@code wave-2}. */
    public static String occasion(int wave) {
        return "wave-" + wave;
    }

    /** The wave that an occasion names, if it names one. */
    public static Optional<Integer> waveOf(String occasion) {
        Matcher name = OCCASION.matcher(occasion);
        return name.matches() ? Optional.of(Integer.valueOf(name.group(1))) : Optional.empty();
    }

    /** Sets the last wave. */
    public WavePlan withLast(int wave) {
        return new WavePlan(first, wave);
    }

    /** A plan without further waves. */
    public WavePlan ended() {
        return withLast(Integer.MAX_VALUE);
    }
}
