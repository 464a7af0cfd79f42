package dev.parlance.fake.twilio.voice;

/** One end of a connection between two people, who hear each other until one hangs up. */
final class BridgeSide implements InputHandler {
    private static final double SURE = 0.95;

    private final Leg leg;
    private final Leg other;
    private final Runnable onRedirect;

    /** {@code onRedirect} is called when the account redirects this end to another document. */
    BridgeSide(Leg leg, Leg other, Runnable onRedirect) {
        this.leg = leg;
        this.other = other;
        this.onRedirect = onRedirect;
    }

    /** Notes the connection in both transcripts. */
    static void announce(Leg leg, Leg other) {
        leg.transcript().add(Transcript.Kind.CALL, "is connected with " + other.person());
        other.transcript().add(Transcript.Kind.CALL, "is connected with " + leg.person());
        if (other.farEnd().isPresent()) {
            other.transcript().forwardTo(leg.transcript());
        }
    }

    static void speak(Leg from, Leg to, String text) {
        to.farEnd().ifPresent(far -> far.speech(text, SURE));
        to.transcript().add(Transcript.Kind.OTHER, from.person() + " says: " + text);
        to.sounds().heard(text);
    }

    static void press(Leg from, Leg to, String keys) {
        String shown = shown(to, keys);
        to.farEnd().ifPresent(far -> far.keys(keys));
        to.transcript().add(Transcript.Kind.OTHER, from.person() + " presses " + shown);
    }

    /** Keys for the other end as transcripts show them: masked if the document that answered there takes a payment. */
    static String shown(Leg to, String keys) {
        return to.farEnd().map(far -> far.shown(keys)).orElse(keys);
    }

    @Override
    public void keys(String keys, boolean early) {
        press(leg, other, keys);
    }

    @Override
    public String shown(String keys) {
        return shown(other, keys);
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        speak(leg, other, text);
    }

    @Override
    public void silence() {
        // No timeout.
    }

    @Override
    public void abandoned() {
        onRedirect.run();
    }

    @Override
    public String toString() {
        return "connected with " + other.person();
    }
}
