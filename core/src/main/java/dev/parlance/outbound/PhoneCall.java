package dev.parlance.outbound;

import dev.parlance.Address;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A phone call to place. Immutable: each method that sets something returns a new call.
 *
 * <pre>{@code
 * PhoneCall call = PhoneCall.to(Address.of("+15005550006"))
 *         .withTwimlFrom(URI.create("https://hooks.example.com/voice"))
 *         .withMachineDetection(PhoneCall.MachineDetection.END_OF_GREETING)
 *         .withStatusCallback(URI.create("https://hooks.example.com/status"));
 * }</pre>
 *
 * @param to whom to call
 * @param instructions what to do when the call is answered
 * @param from the caller ID. Default: the account's number.
 * @param ringTimeout how long the phone rings before the call counts as not answered
 * @param machineDetection whether to detect answering machines
 * @param machineCallback where Twilio reports the result while the call continues; without it, the call waits for the result
 * @param recorded whether to record the call
 * @param recordingCallback where Twilio reports that the recording is ready
 * @param statusCallback where Twilio reports the progress of the call: initiated, ringing, answered, completed
 */
public record PhoneCall(
        Address to,
        Instructions instructions,
        Optional<String> from,
        Optional<Duration> ringTimeout,
        MachineDetection machineDetection,
        Optional<URI> machineCallback,
        boolean recorded,
        Optional<URI> recordingCallback,
        Optional<URI> statusCallback) {

    /** What to do when the call is answered. */
    public sealed interface Instructions {}

    /** Twilio fetches TwiML from this URL, by POST. */
    public record Fetched(URI url) implements Instructions {}

    /** Twilio carries out this TwiML document. */
    public record Given(String twiml) implements Instructions {
        /** The length of the document, never its text. */
        @Override
        public String toString() {
            return "Given[" + twiml.length() + " characters]";
        }
    }

    /** Whether Twilio detects answering machines. */
    public enum MachineDetection {
        /** No detection. */
        OFF,
        /** Reports the result as soon as it is known. */
        EARLY,
        /** Waits for the end of the machine's greeting, so that you can leave a message. */
        END_OF_GREETING
    }

    /** Someone to call. Next, choose what the call does when they answer. */
    public record Callee(Address address) {
        /** A call that carries out the TwiML at this URL. Twilio fetches it by POST. */
        public PhoneCall withTwimlFrom(URI twimlUrl) {
            return PhoneCall.to(address, new Fetched(twimlUrl));
        }

        /** A call that carries out this TwiML document. */
        public PhoneCall withTwiml(String twiml) {
            return PhoneCall.to(address, new Given(twiml));
        }
    }

    /** Starts building a call to this address. */
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

    /** Sets the caller ID. */
    public PhoneCall withFrom(String number) {
        return new PhoneCall(
                to,
                instructions,
                Optional.of(number),
                ringTimeout,
                machineDetection,
                machineCallback,
                recorded,
                recordingCallback,
                statusCallback);
    }

    /** Gives up when nobody answers for this long. */
    public PhoneCall withRingTimeout(Duration time) {
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

    /** Detects answering machines. The call waits for the result, {@code AnsweredBy} in the webhook. */
    public PhoneCall withMachineDetection(MachineDetection detection) {
        return machineDetection(detection, Optional.empty());
    }

    /** Detects answering machines while the call continues, and reports the result to this URL. */
    public PhoneCall withMachineDetection(MachineDetection detection, URI callback) {
        return machineDetection(detection, Optional.of(callback));
    }

    private PhoneCall machineDetection(MachineDetection detection, Optional<URI> callback) {
        return new PhoneCall(
                to, instructions, from, ringTimeout, detection, callback, recorded, recordingCallback, statusCallback);
    }

    /** Records the call, and notifies this URL when the recording is ready. */
    public PhoneCall withRecording(URI callback) {
        return new PhoneCall(
                to,
                instructions,
                from,
                ringTimeout,
                machineDetection,
                machineCallback,
                true,
                Optional.of(callback),
                statusCallback);
    }

    /** Reports the progress of the call to this URL. */
    public PhoneCall withStatusCallback(URI url) {
        return new PhoneCall(
                to,
                instructions,
                from,
                ringTimeout,
                machineDetection,
                machineCallback,
                recorded,
                recordingCallback,
                Optional.of(url));
    }
}
