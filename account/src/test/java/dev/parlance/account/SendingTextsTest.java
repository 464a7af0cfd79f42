package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.API;
import static dev.parlance.account.LocalTwilio.MESSAGE_SID;
import static dev.parlance.account.LocalTwilio.OUR_NUMBER;
import static dev.parlance.account.LocalTwilio.SERVICE_SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.Address;
import dev.parlance.account.LocalTwilio.Sent;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendingTextsTest {
    private static final Address ANA = Address.of("+5215512345678");
    private static final String QUEUED = "{\"sid\": \"" + MESSAGE_SID + "\", \"status\": \"queued\"}";

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @BeforeEach
    void the_text_will_be_queued() {
        twilio.answers(201, QUEUED);
    }

    @Test
    void a_text_is_posted_with_the_account_s_own_sender() {
        Receipt receipt = twilio.account().send(TextMessage.to(ANA, "¿Qué tal, 你 & yo? 100%"));

        assertThat(receipt).isEqualTo(new Receipt(MESSAGE_SID, "queued"));
        Sent sent = twilio.sent();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo(API + "/Messages.json");
        assertThat(sent.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(sent.form())
                .containsOnly(
                        entry("To", List.of(ANA.value())),
                        entry("From", List.of(OUR_NUMBER)),
                        entry("Body", List.of("¿Qué tal, 你 & yo? 100%")));
    }

    @Test
    void everything_that_a_text_can_carry_reaches_the_form() {
        twilio.account()
                .send(TextMessage.to(
                                ANA,
                                "Look",
                                List.of(
                                        URI.create("https://example.com/1.png"),
                                        URI.create("https://example.com/2.png")))
                        .from("+15005550001")
                        .statusCallback(URI.create("https://hooks.example.com/status?a=1&b=2"))
                        .validity(Duration.ofMinutes(30)));

        assertThat(twilio.sent().form())
                .containsOnly(
                        entry("To", List.of(ANA.value())),
                        entry("From", List.of("+15005550001")),
                        entry("Body", List.of("Look")),
                        entry("MediaUrl", List.of("https://example.com/1.png", "https://example.com/2.png")),
                        entry("StatusCallback", List.of("https://hooks.example.com/status?a=1&b=2")),
                        entry("ValidityPeriod", List.of("1800")));
    }

    @Test
    void a_messaging_service_is_named_as_such() {
        TwilioAccount account =
                twilio.with(LocalTwilio.settings(Optional.of(SERVICE_SID))).open();

        account.send(TextMessage.to(ANA, "Hi"));

        assertThat(twilio.sent().form())
                .containsEntry("MessagingServiceSid", List.of(SERVICE_SID))
                .doesNotContainKey("From");
    }

    @Test
    void a_text_of_media_alone_has_no_body() {
        twilio.account().send(TextMessage.to(ANA, "", List.of(URI.create("https://example.com/1.png"))));

        assertThat(twilio.sent().form()).containsKey("MediaUrl").doesNotContainKey("Body");
    }

    @Test
    void the_sender_is_put_on_the_channel_of_the_person() {
        twilio.account().send(TextMessage.to(Address.of("whatsapp:+5215512345678"), "Hi"));

        assertThat(twilio.sent().form())
                .containsEntry("To", List.of("whatsapp:+5215512345678"))
                .containsEntry("From", List.of("whatsapp:" + OUR_NUMBER));
    }

    @Test
    void a_sender_with_a_channel_is_taken_as_it_is() {
        twilio.account().send(TextMessage.to(Address.of("messenger:1234"), "Hi").from("messenger:page"));

        assertThat(twilio.sent().form()).containsEntry("From", List.of("messenger:page"));
    }

    @Test
    void the_word_null_is_a_body_like_any_other() {
        twilio.account().send(TextMessage.to(ANA, "null"));

        assertThat(twilio.sent().form().get("Body").get(0)).isEqualToIgnoringWhitespace("null");
    }

    @Test
    void a_text_without_any_sender_is_not_sent() {
        TwilioAccount account =
                twilio.with(LocalTwilio.settings(Optional.empty())).open();

        assertThatThrownBy(() -> account.send(TextMessage.to(ANA, "Hi")))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("TWILIO_MESSAGE_SERVICE")
                .asInstanceOf(InstanceOfAssertFactories.type(AccountException.class))
                .extracting(AccountException::reason)
                .isEqualTo(Reason.REFUSED);
        assertThat(twilio.requests()).isZero();
    }
}
