package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import java.util.Set;

/** Asks a SIP phone to call another one instead. How that phone reacts decides the result. */
final class ReferVerb {
    private static final Set<String> TARGETS = Set.of("Sip", "ReferSip");

    private ReferVerb() {}

    static void refer(Leg leg, Verb verb) {
        String target = verb.children().stream()
                .filter(child -> TARGETS.contains(child.name()))
                .map(Verb::text)
                .findFirst()
                .orElse(verb.text());
        if (!leg.person().startsWith("sip:")) {
            leg.world().log().add(Kind.CALL, leg.call().sid() + " is no SIP call, so it can't be referred");
            finish(leg, verb, "ReferCallStatus", "failed");
            return;
        }
        leg.transcript().add(Transcript.Kind.CALL, "is referred to " + target);
        switch (leg.telephony().line(target).answering()) {
            case BUSY -> finish(leg, verb, results("busy", "486"));
            case NO_ANSWER -> finish(leg, verb, results("no-answer", "487"));
            case FAILED -> finish(leg, verb, results("failed", "404"));
            case RINGS, ANSWERS, VOICEMAIL -> finish(leg, verb, results("in-progress", "200"));
        }
    }

    private static String[] results(String status, String notified) {
        return new String[] {"ReferCallStatus", status, "ReferSipResponseCode", "202", "NotifySipResponseCode", notified
        };
    }

    private static void finish(Leg leg, Verb verb, String... results) {
        if (verb.attribute("action").isPresent()) {
            leg.goTo(verb.attribute("action", ""), verb.method("method"), results);
        }
    }
}
