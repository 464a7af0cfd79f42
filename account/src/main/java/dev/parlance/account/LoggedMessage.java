package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.api.v2010.account.Message;
import dev.parlance.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in Twilio's log.
 *
 * @param sid its SID
 * @param inbound whether the account received it
 * @param to the recipient
 * @param from the sender; empty until a messaging service has chosen a number
 * @param messagingService the messaging service that sent or received it
 * @param body the text; empty after it is redacted
 * @param status its delivery status
 * @param segments the number of segments it was sent and billed as
 * @param media the number of pictures and other media in it
 * @param price its price, if known
 * @param created when Twilio accepted or received it
 * @param sent when it was passed to the carrier, or received
 * @param updated when its record last changed
 * @param errorCode why it was not delivered; see {@link #error()}
 */
public record LoggedMessage(
        String sid,
        boolean inbound,
        Address to,
        Optional<Address> from,
        Optional<String> messagingService,
        String body,
        DeliveryStatus status,
        int segments,
        int media,
        Optional<Price> price,
        Instant created,
        Optional<Instant> sent,
        Optional<Instant> updated,
        Optional<Integer> errorCode) {

    static LoggedMessage of(Message message) {
        return new LoggedMessage(
                requireNonNull(message.getSid()),
                message.getDirection() == Message.Direction.INBOUND,
                Address.of(requireNonNull(message.getTo())),
                Optional.ofNullable(message.getFrom())
                        .map(from -> from.getEndpoint())
                        .flatMap(LoggedMessage::text)
                        .map(Address::of),
                text(message.getMessagingServiceSid()),
                text(message.getBody()).orElse(""),
                DeliveryStatus.of(String.valueOf(message.getStatus())),
                number(message.getNumSegments()),
                number(message.getNumMedia()),
                price(message),
                message.getDateCreated().toInstant(),
                Optional.ofNullable(message.getDateSent()).map(ZonedDateTime::toInstant),
                Optional.ofNullable(message.getDateUpdated()).map(ZonedDateTime::toInstant),
                Optional.ofNullable(message.getErrorCode()).filter(code -> code != 0));
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
