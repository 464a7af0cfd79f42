package dev.parlance.fake.twilio.messaging;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.prompt.SmsText;
import java.util.regex.Pattern;

/** Twilio's rules for outgoing texts, in the order Twilio checks them. */
final class SendingRules {
    private static final int MAX_MEDIA = 10;
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,6}");

    private final World world;
    private final SenderPool pool;

    SendingRules(World world) {
        this.world = world;
        this.pool = new SenderPool(world);
    }

    /** Checks a text and returns its sender. */
    String check(Outgoing text) {
        if (text.from().isEmpty() && text.service().isEmpty()) {
            throw badRequest(21603, "A 'From' phone number is required.");
        }
        if (text.body().isEmpty() && text.mediaUrls().isEmpty()) {
            throw badRequest(21602, "Message body is required.");
        }
        if (text.body().length() > SmsText.MAX_LENGTH) {
            throw badRequest(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        if (text.mediaUrls().size() > MAX_MEDIA) {
            throw badRequest(21623, "Number of media files exceeds allowed limit");
        }
        checkRecipient(text);
        String sender = sender(text);
        if (sender.equals(text.to())) {
            throw badRequest(21266, "'To' and 'From' number cannot be the same: " + sender);
        }
        if (world.accounts().isTrial(text.account()) && !isVerified(text)) {
            throw badRequest(
                    21608,
                    "The number " + text.to()
                            + " is unverified. Trial accounts cannot send messages to unverified numbers; verify it, or"
                            + " purchase a Twilio number to send messages to unverified numbers");
        }
        String scope = text.service().isEmpty() ? sender : text.service();
        if (world.optOuts().isOut(text.to(), scope) || world.optOuts().isOut(text.to(), sender)) {
            throw badRequest(21610, "Attempt to send to unsubscribed recipient");
        }
        return sender;
    }

    private void checkRecipient(Outgoing text) {
        Address to = Address.of(text.to());
        if (to.isPhone() && !NUMBER.matcher(text.to()).matches()) {
            throw badRequest(21211, "Invalid 'To' Phone Number: " + text.to());
        }
        ApiError magic = MagicNumbers.recipient(text.to());
        if (magic != null && world.owned().number(text.to()).isEmpty()) {
            throw magic;
        }
        if (world.handset(text.to()).isLandline()) {
            throw badRequest(21614, "'To' number is not a valid mobile number: " + text.to());
        }
    }

    private String sender(Outgoing text) {
        if (!text.from().isEmpty()) {
            checkSender(text);
            return text.from();
        }
        Resource service = world.owned()
                .messagingServices()
                .find(text.service())
                .orElseThrow(() -> new ApiError(404, 21701, "The Messaging Service does not exist: " + text.service()));
        return pool.choose(service, text.to());
    }

    private void checkSender(Outgoing text) {
        String from = text.from();
        boolean owned = world.owned()
                .number(from)
                .filter(number -> number.is("account_sid", text.account()))
                .isPresent();
        if (owned || !Address.of(from).isPhone()) {
            return;
        }
        ApiError magic = MagicNumbers.sender(from);
        if (magic != null) {
            throw magic;
        }
        boolean named = NAME.matcher(from).matches() || SHORT_CODE.matcher(from).matches();
        if (!named && !NUMBER.matcher(from).matches()) {
            throw badRequest(21212, "Invalid 'From' Phone Number: " + from);
        }
        if (!named && !MagicNumbers.isValidSender(from)) {
            throw badRequest(
                    21606,
                    "The 'From' phone number provided (" + from + ") is not a valid message-capable Twilio phone number"
                            + " for this destination.");
        }
    }

    private boolean isVerified(Outgoing text) {
        return world.owned()
                .callerIds()
                .first(id -> id.is("phone_number", text.to()))
                .isPresent();
    }
}
