package dev.parlance.outbound;

import dev.parlance.Address;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A phone call to place. Immutable: each {@code with} method returns a new call.
 *
 * <pre>{@code
 * PhoneCall call = PhoneCall.to(Address.of("+15005550006"))
 *         .withTwimlFrom(URI.create("https://hooks.example.com/voice"))
 *         .withMachineDetection(PhoneCall.MachineDetection.END_OF_GREETING)
 *         .withStatusCallback(URI.create("https://hooks.example.com/status"));
 * }</pre>
 */
public final class PhoneCall {
    private final Address to;
    private final Instructions instructions;
    private final Options options;

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
            return new PhoneCall(address, new Fetched(twimlUrl), new Options());
        }

        /** A call that carries out this TwiML document. */
        public PhoneCall withTwiml(String twiml) {
            return new PhoneCall(address, new Given(twiml), new Options());
        }
    }

    /** Mutable only while a new {@link PhoneCall} is created. */
    private static final class Options {
        Optional<Address> from = Optional.empty();
        Optional<Duration> ringTimeout = Optional.empty();
        MachineDetection machineDetection = MachineDetection.OFF;
        Optional<URI> machineCallback = Optional.empty();
        Optional<URI> recordingCallback = Optional.empty();
        Optional<URI> statusCallback = Optional.empty();

        Options copy() {
            Options copy = new Options();
            copy.from = from;
            copy.ringTimeout = ringTimeout;
            copy.machineDetection = machineDetection;
            copy.machineCallback = machineCallback;
            copy.recordingCallback = recordingCallback;
            copy.statusCallback = statusCallback;
            return copy;
        }
    }

    private PhoneCall(Address to, Instructions instructions, Options options) {
        this.to = to;
        this.instructions = instructions;
        this.options = options;
    }

    /** Starts building a call to this address. */
    public static Callee to(Address address) {
        return new Callee(address);
    }

    private PhoneCall with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new PhoneCall(to, instructions, changed);
    }

    /** Sets the caller ID. Default: the account's number. */
    public PhoneCall withFrom(Address number) {
        return with(options -> options.from = Optional.of(number));
    }

    /** Gives up when nobody answers for this long. */
    public PhoneCall withRingTimeout(Duration time) {
        return with(options -> options.ringTimeout = Optional.of(time));
    }

    /** Detects answering machines. The call waits for the result, {@code AnsweredBy} in the webhook. */
    public PhoneCall withMachineDetection(MachineDetection detection) {
        return with(options -> {
            options.machineDetection = detection;
            options.machineCallback = Optional.empty();
        });
    }

    /** Detects answering machines while the call continues, and reports the result to this URL. */
    public PhoneCall withMachineDetection(MachineDetection detection, URI callback) {
        return with(options -> {
            options.machineDetection = detection;
            options.machineCallback = Optional.of(callback);
        });
    }

    /** Records the call, and notifies this URL when the recording is ready. */
    public PhoneCall withRecording(URI callback) {
        return with(options -> options.recordingCallback = Optional.of(callback));
    }

    /** Reports the progress of the call to this URL: initiated, ringing, answered, completed. */
    public PhoneCall withStatusCallback(URI url) {
        return with(options -> options.statusCallback = Optional.of(url));
    }

    /** Whom to call. */
    public Address to() {
        return to;
    }

    /** What to do when the call is answered. */
    public Instructions instructions() {
        return instructions;
    }

    /** The caller ID. */
    public Optional<Address> from() {
        return options.from;
    }

    /** How long the phone rings before the call counts as not answered. */
    public Optional<Duration> ringTimeout() {
        return options.ringTimeout;
    }

    /** Whether to detect answering machines. */
    public MachineDetection machineDetection() {
        return options.machineDetection;
    }

    /** Where Twilio reports the result while the call continues; without it, the call waits for the result. */
    public Optional<URI> machineCallback() {
        return options.machineCallback;
    }

    /** Where Twilio reports that the recording is ready; empty if the call is not recorded. */
    public Optional<URI> recordingCallback() {
        return options.recordingCallback;
    }

    /** Where Twilio reports the progress of the call. */
    public Optional<URI> statusCallback() {
        return options.statusCallback;
    }

    private List<Object> values() {
        return List.of(
                to,
                instructions,
                options.from,
                options.ringTimeout,
                options.machineDetection,
                options.machineCallback,
                options.recordingCallback,
                options.statusCallback);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneCall that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The masked address and the instructions, never the text of a document. */
    @Override
    public String toString() {
        return "PhoneCall[to=" + to + ", " + instructions + "]";
    }
}
