package dev.parlance.fake.twilio.voice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What a program is saying: each word takes 400 ms on the fake's clock. */
final class AgentSpeech {
    private static final Duration PER_WORD = Duration.ofMillis(400);

    private final Clock clock;
    private String[] words = {};
    private Instant start = Instant.EPOCH;
    private String interruptible = "any";

    AgentSpeech(Clock clock) {
        this.clock = clock;
    }

    /** How far the speech has come when someone interrupts it. */
    record Interruption(String utterance, Duration after) {}

    /** Says more, after what is being said. */
    void say(String text, String mayInterrupt) {
        String[] more = text.isBlank() ? new String[0] : text.strip().split("\\s+", -1);
        if (isSpeaking()) {
            String[] all = Arrays.copyOf(words, words.length + more.length);
            System.arraycopy(more, 0, all, words.length, more.length);
            words = all;
        } else {
            words = more;
            start = clock.instant();
        }
        interruptible = mayInterrupt;
    }

    boolean isSpeaking() {
        return !remaining().isZero();
    }

    boolean isInterruptibleBy(String input) {
        return RelaySettings.allows(interruptible, input);
    }

    Duration remaining() {
        Duration left = Duration.between(clock.instant(), start.plus(PER_WORD.multipliedBy(words.length)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    Interruption interrupt() {
        Duration after = Duration.between(start, clock.instant());
        int said = (int) Math.min(words.length, after.dividedBy(PER_WORD));
        String utterance = String.join(" ", Arrays.asList(words).subList(0, said));
        words = new String[0];
        return new Interruption(utterance, after);
    }
}
