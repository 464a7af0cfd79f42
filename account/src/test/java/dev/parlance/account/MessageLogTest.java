package dev.parlance.account;

import static dev.parlance.account.FakeAccount.OUR_NUMBER;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;
import static dev.parlance.testkit.TwilioAssertions.entry;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageLogTest {
    private static final Address ANA = Address.of("+5215512345678");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private final FakePhone ana = twilio.phone(ANA.value());
    private MessageLog log;

    @BeforeEach
    void setUp() {
        log = fake.account().messages();
    }

    private String send(String body) {
        String sid = fake.account().send(TextMessage.to(ANA, body)).sid();
        twilio.settle();
        return sid;
    }

    private LoggedMessage read(String sid) {
        return log.get(sid).orElseThrow();
    }

    @Test
    void a_message_can_be_read_by_its_sid() {
        String sid = send("Your table is ready.");

        LoggedMessage message = read(sid);

        assertThat(message.sid()).isEqualTo(sid);
        assertThat(message.inbound()).isFalse();
        assertThat(message.to()).isEqualTo(ANA);
        assertThat(message.from()).contains(Address.of(OUR_NUMBER));
        assertThat(message.messagingService()).isEmpty();
        assertThat(message.body()).isEqualTo("Your table is ready.");
        assertThat(message.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(message.segments()).isEqualTo(1);
        assertThat(message.media()).isZero();
        assertThat(message.created()).isEqualTo(twilio.clock().instant());
        assertThat(message.sent()).contains(twilio.clock().instant());
        assertThat(message.error()).isEmpty();
    }

    @Test
    void an_incoming_text_is_in_the_log() {
        ana.textsTo(OUR_NUMBER, "look", FakeMedia.of("image/png", new byte[] {1}));

        LoggedMessage message = log.list(q -> q.withFrom(ANA)).findFirst().orElseThrow();

        assertThat(message.inbound()).isTrue();
        assertThat(message.media()).isEqualTo(1);
        assertThat(message.status()).isEqualTo(DeliveryStatus.RECEIVED);
    }

    @Test
    void a_failed_message_has_a_problem() {
        ana.refusesTexts(30005, "Unknown destination handset");

        LoggedMessage message = read(send("Hi"));

        assertThat(message.status()).isEqualTo(DeliveryStatus.UNDELIVERED);
        assertThat(message.errorCode()).contains(30005);
        assertThat(message.error()).contains(TwilioError.of(30005));
        assertThat(message.error().orElseThrow().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void to_string_shows_neither_body_nor_numbers() {
        String sid = send("Your table is ready.");

        assertThat(read(sid).toString())
                .contains(sid, "DELIVERED", "20 characters")
                .doesNotContain("table", "5215512345678", "15005550100");
    }

    @Test
    void an_unknown_message_is_empty() {
        assertThat(log.get("SM" + "f".repeat(32))).isEmpty();
    }

    @Test
    void only_a_valid_sid_becomes_part_of_a_url() {
        assertThatThrownBy(() -> log.get("../Calls"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SM or MM");
        assertThat(fake.requests()).isZero();
    }

    @Test
    void redacting_removes_the_body() {
        String sid = send("Your table is ready.");

        assertThat(log.redact(sid).orElseThrow().body()).isEmpty();
        assertThat(read(sid).body()).isEmpty();
    }

    @Test
    void delete_returns_whether_the_message_existed() {
        String sid = send("Hi");

        assertThat(log.delete(sid)).isTrue();
        assertThat(log.delete(sid)).isFalse();
        assertThat(log.get(sid)).isEmpty();
    }

    @Test
    void the_query_filters_the_list() {
        send("before");
        Instant between = twilio.clock().instant().plus(Duration.ofHours(1));
        twilio.advance(Duration.ofHours(2));
        send("after");
        fake.account().send(TextMessage.to(Address.of("+33612345678"), "elsewhere"));
        twilio.settle();

        assertThat(log.list(q -> q.withTo(ANA).withFrom(Address.of(OUR_NUMBER)).withSentAfter(between))
                        .map(LoggedMessage::body))
                .containsExactly("after");
        assertThat(log.list(q -> q.withSentBefore(between)).map(LoggedMessage::body))
                .containsExactly("before");
    }

    @Test
    void times_are_sent_to_the_second() {
        log.list(q -> q.withSentAfter(Instant.parse("2026-02-01T10:00:00Z"))
                        .withSentBefore(Instant.parse("2026-03-01T00:00:00Z"))
                        .withPageSize(20))
                .forEach(message -> {});

        assertThat(fake.form("GET", "/Messages.json"))
                .containsOnly(
                        entry("DateSent>", List.of("2026-02-01T10:00:00")),
                        entry("DateSent<", List.of("2026-03-01T00:00:00")),
                        entry("PageSize", List.of("20")));
    }

    @Test
    void no_page_is_fetched_before_the_list_is_read() {
        Stream<LoggedMessage> messages = log.list(q -> q);

        assertThat(fake.requests()).isZero();
        assertThat(messages).isNotNull();
    }

    @Test
    void a_page_is_fetched_when_its_first_message_is_needed() {
        Stream.of("1", "2", "3", "4").forEach(this::send);
        int before = fake.requests();

        assertThat(log.list(q -> q.withPageSize(2)).limit(2)).hasSize(2);
        assertThat(fake.requests()).isEqualTo(before + 1);
        assertThat(log.list(q -> q.withPageSize(2)).limit(3)).hasSize(3);
        assertThat(fake.requests()).isEqualTo(before + 3);
    }

    @Test
    void all_pages_are_read() {
        Stream.of("1", "2", "3", "4", "5").forEach(this::send);

        assertThat(log.list(q -> q.withPageSize(2)).map(LoggedMessage::body)).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void a_page_has_at_most_a_thousand_messages() {
        assertThatThrownBy(() -> MessageQuery.all().withPageSize(1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000");
    }
}
