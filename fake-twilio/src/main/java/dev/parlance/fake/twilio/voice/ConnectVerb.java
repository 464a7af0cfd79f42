package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import java.util.Optional;
import java.util.stream.Collectors;

/** Connects the person with a program, until that ends. Unless it is a program of the
 * application that Twilio connects to, a test plays its part. */
final class ConnectVerb implements InputHandler {
    private final Leg leg;
    private final Verb verb;

    ConnectVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
    }

    void begin() {
        leg.transcript().add(Transcript.Kind.CALL, "is connected with " + nouns());
        Optional<Verb> stream = noun("Stream");
        Optional<Verb> relay = noun("ConversationRelay");
        if (stream.isPresent()) {
            new ConnectStream(leg, this, stream.get()).begin();
        } else if (relay.isPresent()) {
            new ConversationRelay(leg, verb, relay.get()).begin();
        } else {
            leg.waitFor(this);
        }
    }

    private Optional<Verb> noun(String name) {
        return verb.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    private String nouns() {
        return verb.children().stream().map(Verb::name).collect(Collectors.joining(" and "));
    }

    /** The program ends the connection. */
    void end(String... results) {
        if (verb.attribute("action").isPresent()) {
            leg.goTo(verb.attribute("action", ""), verb.method("method"), results);
        } else {
            leg.proceed();
        }
    }

    @Override
    public void keys(String keys, boolean early) {
        // The transcript has them.
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        // The transcript has it.
    }

    @Override
    public void silence() {
        // No timeout.
    }

    @Override
    public String toString() {
        return "connected with " + nouns();
    }
}
