package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;

/** Sends a text during a call, by default from the account's number to the person. */
final class SmsVerb {
    private SmsVerb() {}

    static void send(Leg leg, Verb verb) {
        boolean inbound = leg.call().is("direction", "inbound");
        String ours = leg.call().text(inbound ? "to" : "from");
        String url = verb.attribute("statusCallback").map(leg::absolute).orElse("");
        try {
            Resource text = leg.telephony()
                    .texts()
                    .send(
                            leg.call().text("account_sid"),
                            verb.attribute("from", ours),
                            verb.attribute("to", leg.person()),
                            verb.text(),
                            url);
            finish(leg, verb, text.sid(), "sent");
        } catch (ApiError e) {
            leg.world().alert(e.code(), String.valueOf(e.getMessage()));
            finish(leg, verb, "", "invalid");
        }
    }

    private static void finish(Leg leg, Verb verb, String sid, String status) {
        if (verb.attribute("action").isPresent()) {
            leg.goTo(verb.attribute("action", ""), verb.method("method"), "SmsSid", sid, "SmsStatus", status);
        }
    }
}
