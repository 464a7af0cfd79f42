package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import java.util.Optional;

/** The kinds of Dial: people, a conference, or a queue. */
final class DialVerbs {
    private DialVerbs() {}

    static void begin(Leg leg, Verb dial) {
        Optional<Verb> conference = nested(dial, "Conference");
        Optional<Verb> queue = nested(dial, "Queue");
        if (conference.isPresent()) {
            new ConferenceVerb(leg, dial, conference.get()).begin();
        } else if (queue.isPresent()) {
            new DialQueue(leg, dial, queue.get()).begin();
        } else {
            new DialPeople(leg, dial).begin();
        }
    }

    static boolean dialsPeople(Verb verb) {
        return verb.name().equals("Dial")
                && nested(verb, "Conference").isEmpty()
                && nested(verb, "Queue").isEmpty();
    }

    static boolean dialsBrowsers(Verb verb) {
        return verb.name().equals("Dial") && nested(verb, "Client").isPresent();
    }

    private static Optional<Verb> nested(Verb dial, String name) {
        return dial.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    /** Ends a Dial: requests its action, or continues with the document. */
    static void finish(Leg leg, Verb dial, String... results) {
        if (dial.attribute("action").isPresent()) {
            leg.goTo(dial.attribute("action", ""), dial.method("method"), results);
        } else {
            leg.proceed();
        }
    }
}
