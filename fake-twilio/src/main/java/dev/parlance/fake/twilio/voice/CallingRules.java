package dev.parlance.fake.twilio.voice;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.fake.twilio.world.Owned;
import dev.parlance.fake.twilio.world.World;

/** Refuses calls that Twilio refuses, with its checks in their order. */
final class CallingRules {
    private static final String MAGIC_INVALID = "+15005550001";
    private static final String MAGIC_GOOD = "+15005550006";

    private final World world;

    CallingRules(World world) {
        this.world = world;
    }

    void checkDocument(OutgoingCall order) {
        if (order.hook().isEmpty() && order.twiml().isEmpty()) {
            throw badRequest(21205, "Url parameter is required.");
        }
    }

    void check(OutgoingCall order) {
        checkCaller(order);
        checkCalled(order);
    }

    private void checkCaller(OutgoingCall order) {
        String from = order.from();
        if (from.equals(MAGIC_INVALID)) {
            throw badRequest(21212, "The 'From' number " + from + " is not a valid phone number.");
        }
        Owned owned = world.owned();
        boolean known = owned.number(from).isPresent()
                || owned.callerIds().first(id -> id.is("phone_number", from)).isPresent()
                || from.equals(MAGIC_GOOD)
                || from.startsWith("client:");
        if (!known) {
            throw badRequest(
                    21210,
                    "'From' phone number not verified: the source phone number provided, " + from
                            + ", is not yet verified for your account. You may only make calls from phone numbers that"
                            + " you've verified or purchased from Twilio.");
        }
    }

    private void checkCalled(OutgoingCall order) {
        String to = order.to();
        switch (to) {
            case "+15005550001" -> throw badRequest(21217, "Phone number does not appear to be valid: " + to);
            case "+15005550002" -> throw badRequest(21214, "'To' phone number cannot be reached: " + to);
            case "+15005550003" ->
                throw badRequest(21215, "Account not authorized to call " + to + ": no international permissions");
            case "+15005550004" -> throw badRequest(21216, "Account not allowed to call " + to);
            default -> {}
        }
        if (!Telephony.isCallable(to)) {
            throw badRequest(21211, "Invalid 'To' Phone Number: " + to);
        }
        boolean verified =
                world.owned().callerIds().first(id -> id.is("phone_number", to)).isPresent();
        if (world.accounts().isTrial(order.account()) && !verified) {
            throw badRequest(
                    21219,
                    "The number " + to + " is unverified. Trial accounts may only make calls to verified numbers.");
        }
    }
}
