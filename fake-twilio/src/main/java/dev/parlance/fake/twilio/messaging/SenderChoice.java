package dev.parlance.fake.twilio.messaging;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The sender of a text: the requested one, or the one that the messaging service chooses. */
final class SenderChoice {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,6}");
    private static final String RCS = "rcs:";

    private final World world;
    private final SenderPool pool;

    /**
     * The senders that can deliver a text.
     *
     * @param sender the sender on the channel of the recipient's address; empty if the service has only RCS
     * @param rcs the RCS sender to try first
     */
    record Choice(String sender, Optional<String> rcs) {}

    SenderChoice(World world) {
        this.world = world;
        this.pool = new SenderPool(world);
    }

    Choice of(Outgoing text) {
        checkFallback(text);
        if (!text.from().isEmpty()) {
            checkSender(text);
            return new Choice(text.from(), Optional.empty());
        }
        Resource service = world.owned()
                .messagingServices()
                .find(text.service())
                .orElseThrow(() -> new ApiError(404, 21701, "The Messaging Service does not exist: " + text.service()));
        Optional<String> rcs = Address.of(text.to()).isPhone() ? rcsSender(service) : Optional.empty();
        if (rcs.isPresent() && !text.fallbackFrom().isEmpty()) {
            return new Choice(text.fallbackFrom(), rcs);
        }
        boolean hasOnlyRcs = rcs.isPresent() && service.get("_senders").size() == 1;
        return new Choice(hasOnlyRcs ? "" : pool.choose(service, text.to()), rcs);
    }

    private void checkFallback(Outgoing text) {
        if (text.fallbackFrom().isEmpty()) {
            return;
        }
        if (!text.from().isEmpty()) {
            throw badRequest(21664, "FallbackFrom can't be used together with From");
        }
        boolean hasRcs = world.owned()
                .messagingServices()
                .find(text.service())
                .flatMap(SenderChoice::rcsSender)
                .isPresent();
        if (!hasRcs) {
            throw badRequest(21667, "FallbackFrom needs a Messaging Service with an RCS sender");
        }
    }

    private static Optional<String> rcsSender(Resource service) {
        return StreamSupport.stream(service.get("_senders").spliterator(), false)
                .map(sender -> sender.asText())
                .filter(sender -> sender.startsWith(RCS))
                .findFirst();
    }

    private void checkChannel(Outgoing text) {
        String channel = Address.of(text.from()).channel();
        if (!channel.equals(Address.of(text.to()).channel())) {
            throw badRequest(21910, "Invalid From and To pair. From and To should be of the same channel");
        }
        boolean isKnown = world.owned().number(text.from()).isPresent()
                || world.resources()
                        .first(
                                text.account() + " messaging/v2/Channels/Senders",
                                sender -> sender.is("sender_id", text.from()))
                        .isPresent();
        if ((channel.equals("whatsapp") || channel.equals("rcs")) && !isKnown) {
            throw badRequest(63007, "Twilio could not find a Channel with the specified From address");
        }
    }

    private void checkSender(Outgoing text) {
        String from = text.from();
        checkChannel(text);
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
}
