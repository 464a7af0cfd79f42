package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Hook;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A call that the account places.
 *
 * @param hook where to request the document; empty if {@code twiml} is given
 * @param twiml the document, or the empty string
 * @param timeout the seconds that the phone rings
 * @param machineDetection the empty string, {@code Enable} or {@code DetectMessageEnd}
 * @param timeLimit the seconds after which the call ends
 * @param detectionCallback the callback for asynchronous machine detection, if any
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
        Optional<RecordingOrder> recording,
        Optional<Integer> timeLimit,
        StatusCallback statusCallback) {

    /**
     * A status callback.
     *
     * @param url the URL; empty for no callback
     * @param events the events to report: any of {@code initiated}, {@code ringing}, {@code answered} and {@code completed}
     */
    public record StatusCallback(String url, String method, Set<String> events) {
        public static final StatusCallback NONE = new StatusCallback("", "POST", Set.of());

        /** The events in a list with spaces. */
        public static Set<String> events(String text) {
            return Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1)));
        }

        /** Reports only the end of the call, which is Twilio's default. */
        public static StatusCallback ofTheEnd(String url, String method) {
            return url.isEmpty() ? NONE : new StatusCallback(url, method, Set.of("completed"));
        }
    }
}
