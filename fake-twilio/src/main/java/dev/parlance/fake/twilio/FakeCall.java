package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A call as one person on the line experiences it.
 *
 * <pre>{@code
 * FakeCall call = ana.calls("+15005550100");
 * call.hears("Bienvenida").presses("1#").hears("¿Cómo fue?").says("cinco", 0.93).hangsUp();
 * }</pre>
 */
public final class FakeCall {
    private static final double SURE = 0.95;
    /** How often to look for sound that adds no line to the transcript. */
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final FakeTwilio twilio;
    private final Leg leg;

    FakeCall(FakeTwilio twilio, Leg leg) {
        this.twilio = twilio;
        this.leg = leg;
    }

    /**
     * Text spoken by a synthetic voice.
     *
     * @param text the spoken text
     * @param language the language, for example {@code es-MX}
     * @param voice the voice; empty if the TwiML names none
     */
    public record Said(String text, String language, String voice) {}

    /**
     * Checks that the person has heard this text since their last action. A person who listens has finished typing: keys
     * pressed without the finish key are submitted. While a program of the application is connected over a WebSocket, waits for
     * it, if necessary, in {@linkplain FakeTwilio#waitsUpTo real time}.
     *
     * @throws AssertionError if they have not
     */
    public FakeCall hears(String part) {
        if (!listensFor(() -> hasHeard(part))) {
            throw new AssertionError("%s did not hear%n  %s%n%s".formatted(leg.person(), part, callSoFar()));
        }
        return this;
    }

    /**
     * Checks that the person has heard this audio over a {@code <Connect><Stream>} at some point: μ-law, 8000 samples per
     * second. Waits for it like {@link #hears}.
     *
     * @throws AssertionError if they have not
     */
    public FakeCall hearsAudio(byte[] part) {
        String wanted = bytes(part);
        if (!listensFor(() -> bytes(leg.streamed()).contains(wanted))) {
            throw new AssertionError("%s did not hear these %d bytes, among %d bytes of audio%n%s"
                    .formatted(leg.person(), part.length, leg.streamed().length, callSoFar()));
        }
        return this;
    }

    private static String bytes(byte[] audio) {
        return new String(audio, StandardCharsets.ISO_8859_1);
    }

    /** All audio that the application sent over a {@code <Connect><Stream>} and this person heard: μ-law. */
    public byte[] streamed() {
        leg.completeInput();
        return leg.streamed();
    }

    /** Waits for the person's side first, and for a connected program in real time. */
    private boolean listensFor(BooleanSupplier wanted) {
        long end = System.nanoTime() + twilio.realTimeLimit().toNanos();
        for (; ; ) {
            int seen = leg.transcript().size();
            if (leg.isConnectedToApplication() && wanted.getAsBoolean()) {
                return true; // and may interrupt the rest
            }
            leg.completeInput();
            if (wanted.getAsBoolean()) {
                return true;
            }
            boolean mayHearMore = leg.isConnectedToApplication();
            twilio.settle();
            if (wanted.getAsBoolean()) {
                return true;
            }
            if (!mayHearMore || System.nanoTime() > end) {
                return false;
            }
            leg.transcript().awaitMoreThan(seen, GLANCE);
        }
    }

    /**
     * The code that this person heard last, for example of Twilio Verify: {@code "Your code is: 1, 2, 3, 4"} is {@code 1234}.
     *
     * @throws AssertionError if they heard no code of 4 to 10 digits
     */
    public String heardCode() {
        List<String> heard = heard();
        for (int i = heard.size() - 1; i >= 0; i--) {
            Optional<String> code = Codes.in(heard.get(i));
            if (code.isPresent()) {
                return code.get();
            }
        }
        throw new AssertionError("%s heard no code%n%s".formatted(leg.person(), callSoFar()));
    }

    private boolean hasHeard(String part) {
        return leg.transcript().sinceLastAction().stream()
                .anyMatch(line -> line.text().contains(part));
    }

    /** Presses keys after the whole prompt. */
    public FakeCall presses(String keys) {
        check("presses " + keys);
        leg.keys(keys, false);
        return this;
    }

    /** Presses keys while the prompt is still playing. */
    public FakeCall interruptsWithKeys(String keys) {
        check("presses " + keys);
        leg.keys(keys, true);
        return this;
    }

    /** Says something that is recognized with high confidence. */
    public FakeCall says(String text) {
        return says(text, SURE);
    }

    /** Says something that is recognized with this confidence, between 0 and 1. Empty text is not recognized at all. */
    public FakeCall says(String text, double confidence) {
        check("says " + text);
        leg.speech(text, confidence, false);
        return this;
    }

    /** Says something while the prompt is still playing. */
    public FakeCall interruptsSaying(String text) {
        check("says " + text);
        leg.speech(text, SURE, true);
        return this;
    }

    /** Plays a sound into the phone, for media streams: μ-law, 8000 samples per second. Speech recognition ignores it. */
    public FakeCall playsAudio(byte[] audio) {
        check("plays a sound");
        leg.audio(audio);
        return this;
    }

    /** Says nothing until the call continues without an answer. The clock advances by that time. */
    public FakeCall staysSilent() {
        check("stays silent");
        leg.silence();
        return this;
    }

    /**
     * Plays the program that a {@code <Connect>} connects the person with, such as a virtual agent: it says this.
     *
     * @throws AssertionError if the call is in no {@code <Connect>}
     */
    public FakeCall programSays(String text) {
        if (!leg.programSays(text)) {
            throw new AssertionError("%s is in no <Connect>. %s".formatted(leg.person(), callSoFar()));
        }
        return this;
    }

    /**
     * Ends the program that a {@code <Connect>} connects the person with. Its action is requested with these parameters, or the
     * document continues.
     *
     * @throws AssertionError if the call is in no {@code <Connect>}
     */
    public FakeCall programEnds(String... namesAndValues) {
        if (!leg.programEnds(namesAndValues)) {
            throw new AssertionError("%s is in no <Connect>. %s".formatted(leg.person(), callSoFar()));
        }
        return this;
    }

    /** Hangs up. */
    public FakeCall hangsUp() {
        check("hangs up");
        leg.hangUp();
        return this;
    }

    private void check(String action) {
        if (leg.isOver()) {
            twilio.settle();
            throw new AssertionError("%s %s, but the call is over. %s".formatted(leg.person(), action, callSoFar()));
        }
    }

    /** All text spoken to this person by a synthetic voice. */
    public List<Said> said() {
        leg.completeInput();
        return leg.transcript().lines().stream()
                .filter(line -> line.kind() == Transcript.Kind.SAID)
                .map(line -> new Said(line.text(), line.language(), line.voice()))
                .toList();
    }

    /** Everything this person heard, one entry each: spoken text, played sounds, and other people. */
    public List<String> heard() {
        leg.completeInput();
        return leg.transcript().lines().stream()
                .filter(line -> line.toString().startsWith("< "))
                .map(Transcript.Line::text)
                .toList();
    }

    /** What this person has heard since their last action. */
    public List<String> heardSinceLastAction() {
        leg.completeInput();
        twilio.settle();
        return leg.transcript().sinceLastAction().stream()
                .filter(line -> line.toString().startsWith("< "))
                .map(Transcript.Line::text)
                .toList();
    }

    /** The call's status at Twilio: {@code in-progress}, {@code completed}, {@code busy} … */
    public String status() {
        return leg.call().text("status");
    }

    /** Whether the call has ended. */
    public boolean isOver() {
        leg.completeInput();
        return leg.isOver();
    }

    /** What the call is waiting for, in words. */
    public String state() {
        return leg.state();
    }

    /** The distinct languages of all spoken text. */
    public List<String> languages() {
        return said().stream().map(Said::language).distinct().toList();
    }

    /** The distinct languages used for speech recognition. */
    public List<String> languagesListenedFor() {
        return leg.languagesListenedFor();
    }

    /** The call's SID. */
    public String sid() {
        return leg.call().sid();
    }

    /** The caller's number. */
    public String from() {
        return leg.call().text("from");
    }

    /** The called number. */
    public String to() {
        return leg.call().text("to");
    }

    /** The whole call, one line per event. */
    public String transcript() {
        return leg.transcript().lines().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** The transcript and the alerts, for the message of a failed assertion. */
    public String callSoFar() {
        return "The call so far (" + state() + "):\n" + transcript().indent(2) + twilio.alertsIfAny();
    }

    @Override
    public String toString() {
        return sid() + ", " + state();
    }
}
