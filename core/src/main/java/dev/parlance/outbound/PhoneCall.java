package dev.parlance.outbound;

import dev.parlance.Address;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A phone call to be placed. Immutable: each method that sets something returns a new call.
 *
 * <pre>{@code
 * PhoneCall call = PhoneCall.to(Address.of("+15005550006"))
 *         .fetching(URI.create("https://hooks.example.com/voice"))
 *         .machineDetection(MachineDetection.END_OF_GREETING)
 *         .statusCallback(URI.create("https://hooks.example.com/status"));
 * }</pre>
 *
 * @param to who is called
 * @param instructions what happens when the call is answered
 * @param from the number shown to the callee; the account's own when empty
 * @param ringFor how long it rings before it counts as not answered
 * @param machineDetection whether to find out if a machine answered
 * @param machineCallback where the carrier tells it while the call goes on; without it the call waits for the answer
 * @param recorded whether the call is recorded
 * @param recordingCallback where the carrier tells that the recording is there
 * @param statusCallback where the carrier tells how the call goes: initiated, ringing, answered, completed
 */
public record PhoneCall(
        Address to,
        Instructions instructions,
        Optional<String> from,
        Optional<Duration> ringFor,
        MachineDetection machineDetection,
        Optional<URI> machineCallback,
        boolean recorded,
        Optional<URI> recordingCallback,
        Optional<URI> statusCallback) {

    /** What happens when the call is answered. */
    public sealed interface Instructions {}

    /** The carrier fetches TwiML here, by POST. */
    public record Fetched(URI url) implements Instructions {}

    /** The carrier follows this TwiML document. */
    public record Given(String twiml) implements Instructions {
        /** The length of the document: its words are not for a log. */
        @Override
        public String toString() {
            return "Given[" + twiml.length() + " characters]";
        }
    }

    /** Whether the carrier finds out if a person or a machine answered. */
    public enum MachineDetection {
        /** It does not. */
        OFF,
        /** It tells as soon as it knows. */
        EARLY,
        /** It waits for the end of a machine's greeting, so that a message can be left. */
        END_OF_GREETING
    }

    /** A person to be called. What the call does when they answer comes next. */
    public record Callee(Address address) {
        /** A call that does what the TwiML at this URL says. The carrier fetches it by POST. */
        public PhoneCall fetching(URI twimlUrl) {
            return PhoneCall.to(address, new Fetched(twimlUrl));
        }

        /** A call that does what this TwiML document says. */
        public PhoneCall withTwiml(String twiml) {
            return PhoneCall.to(address, new Given(twiml));
        }
    }

    /** Starts a call to this address. */
    public static Callee to(Address address) {
        return new Callee(address);
    }

    private static PhoneCall to(Address to, Instructions instructions) {
        return new PhoneCall(
                to,
                instructions,
                Optional.empty(),
                Optional.empty(),
                MachineDetection.OFF,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Shows this number to the callee. */
    public PhoneCall from(String number) {
        return new PhoneCall(
                to,
                instructions,
                Optional.of(number),
                ringFor,
                machineDetection,
                machineCallback,
                recorded,
                recordingCallback,
                statusCallback);
    }

    /** Gives up when nobody answers for so long. */
    public PhoneCall ringFor(Duration time) {
        return new PhoneCall(
                to,
                instructions,
                from,
                Optional.of(time),
                machineDetection,
                machineCallback,
                recorded,
                recordingCallback,
                statusCallback);
    }

    /** Asks whether a machine answered; the call waits for the answer, {@code AnsweredBy} in the webhook. */
    public PhoneCall machineDetection(MachineDetection detection) {
        return machineDetection(detection, Optional.empty());
    }

    /** Asks whether a machine answered; the call goes on meanwhile, and this URL is told. */
    public PhoneCall machineDetection(MachineDetection detection, URI callback) {
        return machineDetection(detection, Optional.of(callback));
    }

    private PhoneCall machineDetection(MachineDetection detection, Optional<URI> callback) {
        return new PhoneCall(
                to, instructions, from, ringFor, detection, callback, recorded, recordingCallback, statusCallback);
    }

    /** Has the call recorded, and this URL told when the recording is there. */
    public PhoneCall recorded(URI callback) {
        return new PhoneCall(
                to,
                instructions,
                from,
                ringFor,
                machineDetection,
                machineCallback,
                true,
                Optional.of(callback),
                statusCallback);
    }

    /** Asks the carrier to tell this URL how the call goes. */
    public PhoneCall statusCallback(URI url) {
        return new PhoneCall(
                to,
                instructions,
                from,
                ringFor,
                machineDetection,
                machineCallback,
                recorded,
                recordingCallback,
                Optional.of(url));
    }
}
