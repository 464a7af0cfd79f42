package dev.parlance.fake.twilio.messaging;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.fake.twilio.world.ApiError;
import org.jspecify.annotations.Nullable;

/** Twilio's test numbers, which produce specific errors. */
final class MagicNumbers {
    private static final String VALID = "+15005550006";

    private MagicNumbers() {}

    static boolean isValidSender(String from) {
        return from.equals(VALID);
    }

    static @Nullable ApiError recipient(String to) {
        return switch (to) {
            case "+15005550001" -> badRequest(21211, "Invalid 'To' Phone Number: " + to);
            case "+15005550002" ->
                badRequest(21612, "The 'To' phone number: " + to + ", is not currently reachable using this sender.");
            case "+15005550003" ->
                badRequest(
                        21408,
                        "Permission to send an SMS has not been enabled for the region indicated by the 'To'"
                                + " number: " + to);
            case "+15005550004" -> badRequest(21610, "Attempt to send to unsubscribed recipient");
            case "+15005550009" -> badRequest(21614, "'To' number is not a valid mobile number: " + to);
            default -> null;
        };
    }

    static @Nullable ApiError sender(String from) {
        return switch (from) {
            case "+15005550001" -> badRequest(21212, "Invalid 'From' Phone Number: " + from);
            case "+15005550007" ->
                badRequest(
                        21606,
                        "The 'From' phone number provided (" + from + ") is not a valid message-capable"
                                + " Twilio phone number for this destination.");
            case "+15005550008" ->
                badRequest(21611, "This 'From' number has exceeded the maximum number of queued messages");
            default -> null;
        };
    }
}
