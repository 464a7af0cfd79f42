package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.ACCOUNT_SID;
import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses that Twilio does not send today, or should never send. */
class OddMessageLogTest {
    private static final String DELIVERED = """
            {"sid": "%s", "direction": "outbound-api", "to": "+5215512345678", "from": "+15005550006",
             "messaging_service_sid": null, "body": "Your table is ready.", "status": "delivered",
             "num_segments": "1", "num_media": "0", "price": "-0.00750", "price_unit": "USD",
             "date_created": "Sun, 01 Mar 2026 11:00:00 +0000", "date_sent": "Sun, 01 Mar 2026 11:00:02 +0000",
             "date_updated": "Sun, 01 Mar 2026 11:00:05 +0000", "error_code": null, "error_message": null,
             "a_future_field": 1}
            """.formatted(MESSAGE_SID);

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @Test
    void a_price_is_read_and_unknown_fields_are_ignored() {
        twilio.answers(200, DELIVERED);

        LoggedMessage message = twilio.account().messages().get(MESSAGE_SID).orElseThrow();

        assertThat(message.sid()).isEqualTo(MESSAGE_SID);
        assertThat(message.inbound()).isFalse();
        assertThat(message.to()).isEqualTo(Address.of("+5215512345678"));
        assertThat(message.from()).contains(Address.of("+15005550006"));
        assertThat(message.messagingService()).isEmpty();
        assertThat(message.body()).isEqualTo("Your table is ready.");
        assertThat(message.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(message.segments()).isEqualTo(1);
        assertThat(message.media()).isZero();
        assertThat(message.price()).contains(new Price(new BigDecimal("-0.00750"), Currency.getInstance("USD")));
        assertThat(message.created()).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(message.sent()).contains(Instant.parse("2026-03-01T11:00:02Z"));
        assertThat(message.updated()).contains(Instant.parse("2026-03-01T11:00:05Z"));
        assertThat(message.error()).isEmpty();
    }

    @Test
    void unknown_values_of_a_message_are_empty() {
        twilio.answers(200, """
                {"sid": "%s", "direction": "outbound-api", "to": "whatsapp:+5215512345678", "from": null,
                 "body": "", "status": "a_future_status", "num_segments": "0", "num_media": "0", "price": null,
                 "price_unit": "USD", "date_created": "Sun, 01 Mar 2026 11:00:00 +0000", "date_sent": null}
                """.formatted(MESSAGE_SID));

        LoggedMessage message = twilio.account().messages().get(MESSAGE_SID).orElseThrow();

        assertThat(message.from()).isEmpty();
        assertThat(message.status()).isEqualTo(DeliveryStatus.UNKNOWN);
        assertThat(message.price()).isEmpty();
        assertThat(message.sent()).isEmpty();
        assertThat(message.updated()).isEmpty();
        assertThat(message.to().channel()).isEqualTo("whatsapp");
    }

    @Test
    void a_404_from_another_server_does_not_mean_empty() {
        twilio.answers(404, "<html>no such page</html>");

        assertThatThrownBy(() -> twilio.account().messages().get(MESSAGE_SID))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("HTTP 404");
    }

    @Test
    void a_page_without_messages_does_not_end_the_list() {
        twilio.answers(200, page("?Page=1")).answers(200, page("", 1));

        assertThat(sids(twilio.account().messages().list(q -> q))).containsExactly(sid(1));
    }

    @Test
    void a_next_page_on_another_host_is_not_followed() {
        twilio.answers(200, page("", 1).replace("\"next_page_uri\": null", "\"next_page_uri\": \"@example.com/x\""));
        Stream<LoggedMessage> messages = twilio.account().messages().list(q -> q);

        assertThatThrownBy(() -> sids(messages))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("not Twilio's");
        assertThat(twilio.requests()).isEqualTo(1);
    }

    private static List<String> sids(Stream<LoggedMessage> messages) {
        return messages.map(LoggedMessage::sid).toList();
    }

    private static String sid(int number) {
        return "SM%032d".formatted(number);
    }

    private static String page(String nextQuery, int... numbers) {
        String uri = "/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages.json";
        String messages = Arrays.stream(numbers)
                .mapToObj(number -> DELIVERED.replace(MESSAGE_SID, sid(number)))
                .collect(Collectors.joining(", "));
        return "{\"uri\": \"" + uri + "\", \"page_size\": 50, \"messages\": [" + messages + "], \"next_page_uri\": "
                + (nextQuery.isEmpty() ? "null" : '"' + uri + nextQuery + '"') + "}";
    }
}
