package dev.parlance.testkit;

import dev.parlance.testkit.voice.Leg;
import dev.parlance.testkit.voice.Transcript;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call, from the point of view of one person in it.
 *
 * <pre>{@code
 * FakeCall call = ana.calls("+15005550100");
 * call.hears("Bienvenida").presses("1#").hears("¿Cómo fue?").says("cinco", 0.93).hangsUp();
 * }</pre>
 */
public final class FakeCall {
    private static final double SURE = 0.95;

    private final FakeTwilio twilio;
    private final Leg leg;

    FakeCall(FakeTwilio twilio, Leg leg) {
        this.twilio = twilio;
        this.leg = leg;
    }

    /**
     * Something that a voice said.
     *
     * @param text the text that was spoken
     * @param language in which language, such as {@code es-MX}
     * @param voice with which voice, the empty text if none was named
     */
    public record Said(String text, String language, String voice) {}

    /**
     * Makes sure that this was said or played since the person last did something. Whoever listens has done what there
     * was to do: keys that were pressed without the one that ends them are taken as they are.
     *
     * @throws AssertionError if it was not
     */
    public FakeCall hears(String part) {
        leg.patience();
        if (!hasHeard(part)) {
            twilio.settle();
            if (!hasHeard(part)) {
                throw new AssertionError("%s does not hear%n  %s%n%s".formatted(leg.person(), part, callSoFar()));
            }
        }
        return this;
    }

    private boolean hasHeard(String part) {
        return leg.transcript().sinceLastDeed().stream()
                .anyMatch(line -> line.text().contains(part));
    }

    /** Presses keys, when all of the prompt was heard. */
    public FakeCall presses(String keys) {
        check("presses " + keys);
        leg.keys(keys, false);
        return this;
    }

    /** Presses keys while the prompt is still being said. */
    public FakeCall interruptsWithKeys(String keys) {
        check("presses " + keys);
        leg.keys(keys, true);
        return this;
    }

    /** Says something, and is well understood. */
    public FakeCall says(String text) {
        return says(text, SURE);
    }

    /** Says something that is understood with this confidence, between 0 and 1; the empty text is not understood at all. */
    public FakeCall says(String text, double confidence) {
        check("says " + text);
        leg.speech(text, confidence, false);
        return this;
    }

    /** Says something while the prompt is still being said. */
    public FakeCall interruptsSaying(String text) {
        check("says " + text);
        leg.speech(text, SURE, true);
        return this;
    }

    /** Does nothing until the call goes on without. The clock goes on by that time. */
    public FakeCall staysSilent() {
        check("stays silent");
        leg.silence();
        return this;
    }

    /** Hangs up. */
    public FakeCall hangsUp() {
        check("hangs up");
        leg.hangUp();
        return this;
    }

    private void check(String deed) {
        if (leg.isOver()) {
            twilio.settle();
            throw new AssertionError("%s %s, but the call is over. %s".formatted(leg.person(), deed, callSoFar()));
        }
    }

    /** Everything that a voice said to this person. */
    public List<Said> said() {
        leg.patience();
        return leg.transcript().lines().stream()
                .filter(line -> line.kind() == Transcript.Kind.SAID)
                .map(line -> new Said(line.text(), line.language(), line.voice()))
                .toList();
    }

    /** Everything that this person heard, a line each: what was said, played, and spoken by others. */
    public List<String> heard() {
        leg.patience();
        return leg.transcript().lines().stream()
                .filter(line -> line.toString().startsWith("< "))
                .map(Transcript.Line::text)
                .toList();
    }

    /** What this person heard since last doing something. */
    List<String> heardSinceLastDeed() {
        leg.patience();
        twilio.settle();
        return leg.transcript().sinceLastDeed().stream()
                .filter(line -> line.toString().startsWith("< "))
                .map(Transcript.Line::text)
                .toList();
    }

    /** Twilio's word for how the call is: {@code in-progress}, {@code completed}, {@code busy} … */
    public String status() {
        return leg.call().text("status");
    }

    /** Whether it has ended. */
    public boolean isOver() {
        leg.patience();
        return leg.isOver();
    }

    /** What it waits for, in words. */
    public String state() {
        return leg.state();
    }

    /** The languages that something was said in, each once. */
    List<String> languages() {
        return said().stream().map(Said::language).distinct().toList();
    }

    /** The languages that answers were to be understood in, each once. */
    List<String> languagesListenedFor() {
        return leg.languagesListenedFor();
    }

    /** Its SID. */
    public String sid() {
        return leg.call().sid();
    }

    /** Who called. */
    public String from() {
        return leg.call().text("from");
    }

    /** Who was called. */
    public String to() {
        return leg.call().text("to");
    }

    /** The whole call, a line for each thing that happened in it. */
    public String transcript() {
        return leg.transcript().lines().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    String callSoFar() {
        return "The call so far, which is " + state() + ":\n" + transcript().indent(2) + twilio.problemsIfAny();
    }

    @Override
    public String toString() {
        return sid() + ", " + state();
    }
}
