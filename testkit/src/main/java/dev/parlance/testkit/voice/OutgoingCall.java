package dev.parlance.testkit.voice;

import dev.parlance.testkit.world.Hook;
import java.util.Optional;
import java.util.Set;

/**
 * A call that the account asks to be placed.
 *
 * @param hook where to ask what to do in it; empty if {@code twiml} says so
 * @param twiml what to do in it, or the empty text
 * @param timeout for how many seconds it rings
 * @param machineDetection the empty text, {@code Enable} or {@code DetectMessageEnd}
 * @param detectionCallback where the application is told who has answered, if it does not want to wait for that
 */
public record OutgoingCall(
        String account,
        String to,
        String from,
        Optional<Hook> hook,
        String twiml,
        String sendDigits,
        int timeout,
        String machineDetection,
        StatusCallback detectionCallback,
        boolean recorded,
        StatusCallback recordingCallback,
        StatusCallback statusCallback) {

    /**
     * Where the application is told how the call goes.
     *
     * @param url the empty text if nobody is told
     * @param events of which of {@code initiated}, {@code ringing}, {@code answered} and {@code completed}
     */
    public record StatusCallback(String url, String method, Set<String> events) {
        public static final StatusCallback NONE = new StatusCallback("", "POST", Set.of());

        /** Tells of the end alone, as Twilio does where nothing else is said. */
        public static StatusCallback ofTheEnd(String url, String method) {
            return url.isEmpty() ? NONE : new StatusCallback(url, method, Set.of("completed"));
        }
    }
}
