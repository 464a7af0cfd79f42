package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Owned;
import java.util.List;

/** Which caller IDs Twilio lets a Dial show. */
final class CallerIds {
    private CallerIds() {}

    /** Any caller ID will do for browsers; a phone sees only a party of the call, an own number or a verified one. */
    static boolean areAllowed(Leg leg, Verb dial, String callerId, List<DialTarget> targets) {
        if (targets.stream().noneMatch(DialTarget::isPhone)) {
            return true;
        }
        boolean named = dial.attribute("callerId").isPresent();
        boolean ofTheCall = leg.call().is("from", callerId) || leg.call().is("to", callerId);
        return isOwn(leg, callerId) || (ofTheCall && !callerId.startsWith("client:")) || (!named && !fromBrowser(leg));
    }

    private static boolean fromBrowser(Leg leg) {
        return leg.call().text("from").startsWith("client:");
    }

    private static boolean isOwn(Leg leg, String callerId) {
        Owned owned = leg.world().owned();
        return owned.number(callerId).isPresent()
                || owned.callerIds()
                        .first(id -> id.is("phone_number", callerId))
                        .isPresent();
    }
}
