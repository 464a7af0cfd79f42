package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.api.v2010.account.Message;
import dev.parlance.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message in Twilio's log. */
public final class LoggedMessage {
    private final String sid;
    private final boolean inbound;
    private final Address to;
    private final Optional<Address> from;
    private final Optional<String> messagingService;
    private final String body;
    private final DeliveryStatus status;
    private final int segments;
    private final int media;
    private final Optional<Price> price;
    private final Instant created;
    private final Optional<Instant> sent;
    private final Optional<Instant> updated;
    private final Optional<Integer> errorCode;

    LoggedMessage(Message message) {
        sid = requireNonNull(message.getSid());
        inbound = message.getDirection() == Message.Direction.INBOUND;
        to = Address.of(requireNonNull(message.getTo()));
        from = Optional.ofNullable(message.getFrom())
                .map(sender -> sender.getEndpoint())
                .flatMap(LoggedMessage::text)
                .map(Address::of);
        messagingService = text(message.getMessagingServiceSid());
        body = text(message.getBody()).orElse("");
        status = DeliveryStatus.of(String.valueOf(message.getStatus()));
        segments = number(message.getNumSegments());
        media = number(message.getNumMedia());
        price = price(message);
        created = message.getDateCreated().toInstant();
        sent = Optional.ofNullable(message.getDateSent()).map(ZonedDateTime::toInstant);
        updated = Optional.ofNullable(message.getDateUpdated()).map(ZonedDateTime::toInstant);
        errorCode = Optional.ofNullable(message.getErrorCode()).filter(code -> code != 0);
    }

    /** Its SID. */
    public String sid() {
        return sid;
    }

    /** Whether the account received it. */
    public boolean inbound() {
        return inbound;
    }

    /** The recipient. */
    public Address to() {
        return to;
    }

    /** The sender; empty until a messaging service has chosen a number. */
    public Optional<Address> from() {
        return from;
    }

    /** The SID of the messaging service that sent or received it. */
    public Optional<String> messagingService() {
        return messagingService;
    }

    /** The text; empty after it is redacted. */
    public String body() {
        return body;
    }

    /** Its delivery status. */
    public DeliveryStatus status() {
        return status;
    }

    /** The number of segments it was sent and billed as. */
    public int segments() {
        return segments;
    }

    /** The number of pictures and other media in it. */
    public int media() {
        return media;
    }

    /** Its price, if known. */
    public Optional<Price> price() {
        return price;
    }

    /** When Twilio accepted or received it. */
    public Instant created() {
        return created;
    }

    /** When it was passed to the carrier, or received. */
    public Optional<Instant> sent() {
        return sent;
    }

    /** When its record last changed. */
    public Optional<Instant> updated() {
        return updated;
    }

    /** Why it was not delivered; see {@link #error()}. */
    public Optional<Integer> errorCode() {
        return errorCode;
    }

    /** Why it was not delivered, and what to do. */
    public Optional<TwilioError> error() {
        return errorCode.map(TwilioError::of);
    }

    /** The message without its body, with masked addresses. */
    @Override
    public String toString() {
        return "LoggedMessage[" + sid + ", " + status
                + errorCode.map(code -> " " + code).orElse("") + ", from="
                + from.map(Address::toString).orElse("-") + ", to=" + to + ", " + body.length() + " characters, "
                + created + "]";
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static int number(@Nullable String value) {
        return text(value).map(Integer::valueOf).orElse(0);
    }

    private static Optional<Price> price(Message message) {
        return text(message.getPrice())
                .flatMap(amount -> Optional.ofNullable(message.getPriceUnit())
                        .map(currency -> new Price(new BigDecimal(amount), currency)));
    }
}
