package dev.parlance.fake.twilio.messaging;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.prompt.SmsText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Twilio's rules for outgoing texts, in the order Twilio checks them. */
final class SendingRules {
    private static final int MAX_MEDIA = 10;
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final World world;
    private final Contents contents;
    private final SenderChoice senders;

    SendingRules(World world) {
        this.world = world;
        this.contents = new Contents(world);
        this.senders = new SenderChoice(world);
    }

    /** Checks a text and returns how it is delivered. */
    Dispatch check(Outgoing order) {
        if (!world.accounts().isActive(order.account())) {
            throw new ApiError(401, 20005, "Account not active");
        }
        if (order.from().isEmpty() && order.service().isEmpty()) {
            throw badRequest(21603, "A 'From' phone number is required.");
        }
        checkAddress(order.to(), 21211, "Invalid 'To' Phone Number: ");
        if (!order.from().isEmpty()) {
            checkAddress(order.from(), 21212, "Invalid 'From' Phone Number: ");
        }
        Optional<Filled> content = contents.fill(order, Address.of(order.to()).channel());
        Outgoing text =
                content.map(filled -> order.with(filled.body(), filled.media())).orElse(order);
        if (content.isEmpty() && text.body().isEmpty() && text.mediaUrls().isEmpty()) {
            throw badRequest(21602, "Message body is required.");
        }
        if (text.body().length() > SmsText.MAX_LENGTH) {
            throw badRequest(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        if (text.mediaUrls().size() > MAX_MEDIA) {
            throw badRequest(21623, "Number of media files exceeds allowed limit");
        }
        checkRecipient(text);
        SenderChoice.Choice choice = senders.of(text);
        String sender = choice.sender();
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
        Leg plain = new Leg(sender, text.to(), content);
        return choice.rcs()
                .map(agent ->
                        new Dispatch(overRcs(agent, order), sender.isEmpty() ? Optional.empty() : Optional.of(plain)))
                .orElseGet(() -> new Dispatch(plain, Optional.empty()));
    }

    private Leg overRcs(String agent, Outgoing order) {
        return new Leg(agent, "rcs:" + order.to(), contents.fill(order, "rcs"));
    }

    private static void checkAddress(String address, int code, String message) {
        try {
            Address.of(address);
        } catch (IllegalArgumentException e) {
            throw badRequest(code, message + address);
        }
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

    private boolean isVerified(Outgoing text) {
        return world.owned()
                .callerIds()
                .first(id -> id.is("phone_number", text.to()))
                .isPresent();
    }
}
