package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Schema;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import java.time.Duration;

/** Executes verbs. */
final class Verbs {
    private static final int MAX_REPEATS = 100;

    private Verbs() {}

    static void execute(Leg leg, Verb verb) {
        if (!Schema.voice().knows(verb)) {
            return; // the schema check has already warned, and Twilio ignores unknown verbs
        }
        if (verb.name().equals("Reject")) {
            reject(leg, verb);
            return;
        }
        if (!leg.isAnswered() && !keepsRinging(verb)) {
            leg.pickUp(DialVerbs.dialsBrowsers(verb));
        }
        switch (verb.name()) {
            case "Say", "Play", "Pause" -> prompt(leg, verb);
            case "Gather" -> new GatherVerb(leg, verb).begin();
            case "Record" -> new RecordVerb(leg, verb).begin();
            case "Dial" -> DialVerbs.begin(leg, verb);
            case "Connect" -> new ConnectVerb(leg, verb).begin();
            case "Pay" -> new PayVerb(leg, verb).begin();
            case "Refer" -> ReferVerb.refer(leg, verb);
            case "Sms" -> SmsVerb.send(leg, verb);
            case "Start" -> StartVerb.start(leg, verb);
            case "Stop" -> StartVerb.stop(leg, verb);
            case "Enqueue" -> new EnqueueVerb(leg, verb).begin();
            case "Leave" -> leave(leg);
            case "Redirect" -> leg.goTo(verb.text(), verb.method("method"));
            case "Hangup" -> leg.end("completed");
            default ->
                leg.world().log().add(Kind.CALL, leg.call().sid() + " " + verb + " is not supported by the test kit");
        }
    }

    /** A Pause as the first verb, or a Dial with {@code answerOnBridge}. */
    private static boolean keepsRinging(Verb verb) {
        return verb.name().equals("Pause") || (DialVerbs.dialsPeople(verb) && verb.flag("answerOnBridge", false));
    }

    /** Plays a prompt, at the top of a document or nested in a verb that asks for input. */
    static void prompt(Leg leg, Verb verb) {
        switch (verb.name()) {
            case "Say" -> {
                String language = verb.attribute("language", "en-US");
                for (int i = 0; i < times(verb); i++) {
                    leg.say(verb.spoken(), language, verb.attribute("voice", ""));
                }
                leg.world().log().add(Kind.CALL, leg.call().sid() + " says (" + language + "): " + verb.spoken());
            }
            case "Play" -> {
                String sound =
                        verb.text().isEmpty() ? "tones " + verb.attribute("digits", "") : leg.absolute(verb.text());
                for (int i = 0; i < times(verb); i++) {
                    leg.transcript().add(Transcript.Kind.PLAYED, sound);
                }
            }
            case "Pause" -> leg.pass(Duration.ofSeconds(Math.max(0, verb.number("length", 1))));
            default -> leg.world().log().add(Kind.CALL, leg.call().sid() + " " + verb + " can't be nested here");
        }
    }

    /** The number of repetitions. Endless ones count as one, or the test would never end. */
    private static int times(Verb verb) {
        return Math.max(1, Math.min(MAX_REPEATS, verb.number("loop", 1)));
    }

    private static void reject(Leg leg, Verb verb) {
        if (leg.isAnswered()) {
            leg.end("completed");
        } else {
            leg.end(verb.attribute("reason", "rejected").equals("busy") ? "busy" : "no-answer");
        }
    }

    private static void leave(Leg leg) {
        if (!leg.telephony().leaveQueue(leg, "leave")) {
            leg.end("completed");
        }
    }
}
