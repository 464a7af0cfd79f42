package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.ACCOUNT_SID;
import static dev.parlance.account.LocalTwilio.API;
import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.Address;
import dev.parlance.account.LocalTwilio.Sent;
import dev.parlance.outbound.OutboundException.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageLogTest {
    private static final String DELIVERED = """
            {"sid": "%s", "direction": "outbound-api", "to": "+5215512345678", "from": "+15005550006",
             "messaging_service_sid": null, "body": "Your table is ready.", "status": "delivered",
             "num_segments": "1", "num_media": "0", "price": "-0.00750", "price_unit": "USD",
             "date_created": "Sun, 01 Mar 2026 11:00:00 +0000", "date_sent": "Sun, 01 Mar 2026 11:00:02 +0000",
             "date_updated": "Sun, 01 Mar 2026 11:00:05 +0000", "error_code": null, "error_message": null,
             "a_field_of_tomorrow": 1}
            """.formatted(MESSAGE_SID);
    private static final String NOT_FOUND = "{\"code\": 20404, \"message\": \"not found\", \"status\": 404}";

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @Test
    void a_message_is_read_by_its_sid() {
        twilio.answers(200, DELIVERED);

        LoggedMessage message = twilio.account().messages().get(MESSAGE_SID).orElseThrow();

        Sent sent = twilio.sent();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.path()).isEqualTo(API + "/Messages/" + MESSAGE_SID + ".json");
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
        assertThat(message.problem()).isEmpty();
    }

    @Test
    void what_is_not_yet_known_of_a_message_is_empty() {
        twilio.answers(200, """
                {"sid": "%s", "direction": "outbound-api", "to": "whatsapp:+5215512345678", "from": null,
                 "body": "", "status": "a_status_of_tomorrow", "num_segments": "0", "num_media": "0", "price": null,
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
    void a_message_that_failed_tells_why() {
        twilio.answers(
                200,
                DELIVERED
                        .replace("\"delivered\"", "\"undelivered\"")
                        .replace("\"error_code\": null", "\"error_code\": 30005"));

        LoggedMessage message = twilio.account().messages().get(MESSAGE_SID).orElseThrow();

        assertThat(message.errorCode()).contains(30005);
        assertThat(message.problem()).contains(Problem.of(30005));
        assertThat(message.problem().orElseThrow().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void a_logged_message_shows_neither_words_nor_numbers_in_a_log() {
        twilio.answers(200, DELIVERED);

        assertThat(twilio.account().messages().get(MESSAGE_SID).orElseThrow().toString())
                .contains(MESSAGE_SID, "DELIVERED", "20 characters")
                .doesNotContain("table", "5215512345678", "15005550006");
    }

    @Test
    void a_message_that_is_not_there_is_empty() {
        twilio.answers(404, NOT_FOUND);

        assertThat(twilio.account().messages().get(MESSAGE_SID)).isEmpty();
    }

    @Test
    void a_404_that_is_not_twilio_s_is_no_empty_answer() {
        twilio.answers(404, "<html>no such page</html>");

        assertThatThrownBy(() -> twilio.account().messages().get(MESSAGE_SID))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("HTTP 404");
    }

    @Test
    void only_a_sid_goes_into_a_url() {
        assertThatThrownBy(() -> twilio.account().messages().get("../Calls"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SM or MM");
        assertThat(twilio.requests()).isZero();
    }

    @Test
    void a_message_is_redacted_by_an_empty_body() {
        twilio.answers(200, DELIVERED.replace("Your table is ready.", ""));

        LoggedMessage redacted = twilio.account().messages().redact(MESSAGE_SID).orElseThrow();

        assertThat(redacted.body()).isEmpty();
        Sent sent = twilio.sent();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo(API + "/Messages/" + MESSAGE_SID + ".json");
        assertThat(sent.form()).containsOnly(entry("Body", List.of("")));
    }

    @Test
    void deleting_tells_whether_the_message_was_there() {
        twilio.answers(204, "").answers(404, NOT_FOUND);
        MessageLog log = twilio.account().messages();

        assertThat(log.delete(MESSAGE_SID)).isTrue();
        assertThat(log.delete(MESSAGE_SID)).isFalse();
        assertThat(twilio.sent().method()).isEqualTo("DELETE");
    }

    @Test
    void the_query_narrows_the_list() {
        twilio.answers(200, page("", 1));

        twilio.account()
                .messages()
                .list(q -> q.to(Address.of("whatsapp:+5215512345678"))
                        .from(Address.of("+15005550006"))
                        .sentAfter(Instant.parse("2026-02-01T10:00:00Z"))
                        .sentBefore(Instant.parse("2026-03-01T00:00:00Z"))
                        .pageSize(20))
                .forEach(message -> {});

        Sent sent = twilio.sent();
        assertThat(sent.path()).isEqualTo(API + "/Messages.json");
        assertThat(sent.form())
                .containsOnly(
                        entry("To", List.of("whatsapp:+5215512345678")),
                        entry("From", List.of("+15005550006")),
                        entry("DateSent>", List.of("2026-02-01T10:00:00")),
                        entry("DateSent<", List.of("2026-03-01T00:00:00")),
                        entry("PageSize", List.of("20")));
    }

    @Test
    void no_page_is_asked_for_before_the_list_is_read() {
        Stream<LoggedMessage> messages = twilio.account().messages().list(q -> q);

        assertThat(twilio.requests()).isZero();
        assertThat(messages).isNotNull();
    }

    @Test
    void a_page_is_asked_for_when_its_first_message_is_wanted() {
        twilio.answers(200, page("?Page=1", 1, 2)).answers(200, page("?Page=2", 3, 4));

        List<String> firstTwo = sids(twilio.account().messages().list(q -> q).limit(2));

        assertThat(firstTwo).hasSize(2);
        assertThat(twilio.requests()).isEqualTo(1);
    }

    @Test
    void all_pages_are_read_from_the_same_address() {
        twilio.answers(200, page("?Page=1&PageToken=PASM1", 1, 2))
                .answers(200, page("?Page=2&PageToken=PASM2", 3, 4))
                .answers(200, page("", 5));

        List<String> all = sids(twilio.account().messages().list(q -> q));

        assertThat(all).containsExactly(sid(1), sid(2), sid(3), sid(4), sid(5));
        twilio.sent();
        Sent second = twilio.sent();
        assertThat(second.path()).isEqualTo(API + "/Messages.json");
        assertThat(second.form()).containsEntry("PageToken", List.of("PASM1"));
        assertThat(twilio.sent().form()).containsEntry("PageToken", List.of("PASM2"));
    }

    @Test
    void a_page_without_messages_does_not_end_the_list() {
        twilio.answers(200, page("?Page=1")).answers(200, page("", 1));

        assertThat(sids(twilio.account().messages().list(q -> q))).containsExactly(sid(1));
    }

    @Test
    void a_next_page_elsewhere_is_not_followed() {
        twilio.answers(200, page("", 1).replace("\"next_page_uri\": null", "\"next_page_uri\": \"@example.com/x\""));
        Stream<LoggedMessage> messages = twilio.account().messages().list(q -> q);

        assertThatThrownBy(() -> sids(messages))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("not Twilio's");
        assertThat(twilio.requests()).isEqualTo(1);
    }

    @Test
    void a_page_holds_at_most_a_thousand_messages() {
        assertThatThrownBy(() -> MessageQuery.all().pageSize(1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000");
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
