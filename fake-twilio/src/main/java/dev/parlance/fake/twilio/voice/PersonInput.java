package dev.parlance.fake.twilio.voice;

import java.util.Optional;
import java.util.function.Consumer;

/** What a person does in a call: it is noted, heard by those who listen in, and passed to what the call waits for. */
final class PersonInput {
    private final Leg leg;
    private volatile Optional<Consumer<String>> capture = Optional.empty();

    PersonInput(Leg leg) {
        this.leg = leg;
    }

    /** Lets someone take the keys, which are secret, instead of the document. */
    void capture(Optional<Consumer<String>> newCapture) {
        capture = newCapture;
    }

    /** Keys as transcripts show them: masked if something secret is being entered. */
    String shown(String keys) {
        if (capture.isPresent()) {
            return "x".repeat(keys.length());
        }
        return leg.waiting().map(handler -> handler.shown(keys)).orElse(keys);
    }

    void keys(String keys, boolean early) {
        if (capture.isPresent()) {
            leg.transcript().add(Transcript.Kind.KEYS, shown(keys));
            capture.get().accept(keys);
            return;
        }
        listen(early);
        Optional<InputHandler> handler = leg.waiting();
        String shown = shown(keys);
        leg.transcript().add(Transcript.Kind.KEYS, shown);
        if (shown.equals(keys)) {
            leg.sounds().keys(keys);
        }
        leg.personActed();
        handler.ifPresent(it -> it.keys(keys, early));
    }

    void speech(String text, double confidence, boolean early) {
        listen(early);
        leg.transcript().add(Transcript.Kind.SPOKE, text);
        leg.sounds().spoken(text, confidence);
        leg.personActed();
        leg.waiting().ifPresent(handler -> handler.speech(text, confidence, early));
    }

    void audio(byte[] audio) {
        listen(false);
        leg.transcript().add(Transcript.Kind.SPOKE, "[plays a sound]");
        leg.sounds().played(audio);
        leg.personActed();
    }

    void silence() {
        listen(false);
        leg.transcript().add(Transcript.Kind.SILENCE, "");
        leg.personActed();
        leg.waiting().ifPresent(InputHandler::silence);
    }

    void complete() {
        leg.waiting().ifPresent(handler -> {
            handler.listen();
            handler.completeInput();
        });
    }

    /** The person hears out what is being said, unless they interrupt it. */
    private void listen(boolean early) {
        if (!early) {
            leg.waiting().ifPresent(InputHandler::listen);
        }
    }
}
