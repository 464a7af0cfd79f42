package dev.parlance.testkit.voice;

/** One end of two that are connected: each hears the other, until one is gone. */
final class BridgeSide implements Waiting {
    private final Leg mine;
    private final Leg other;

    BridgeSide(Leg mine, Leg other) {
        this.mine = mine;
        this.other = other;
    }

    /** Two people hear of being connected. */
    static void announce(Leg one, Leg other) {
        one.transcript().add(Transcript.Kind.CALL, "is connected with " + other.person());
        other.transcript().add(Transcript.Kind.CALL, "is connected with " + one.person());
    }

    static void speak(Leg from, Leg to, String text) {
        to.transcript().add(Transcript.Kind.OTHER, from.person() + " says: " + text);
    }

    static void press(Leg from, Leg to, String keys) {
        to.transcript().add(Transcript.Kind.OTHER, from.person() + " presses " + keys);
    }

    @Override
    public void keys(String keys, boolean early) {
        press(mine, other, keys);
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        speak(mine, other, text);
    }

    @Override
    public void silence() {
        // Both may be silent for as long as they like.
    }

    @Override
    public String toString() {
        return "connected with " + other.person();
    }
}
