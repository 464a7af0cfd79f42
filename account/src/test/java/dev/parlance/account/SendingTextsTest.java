package dev.parlance.account;

import static dev.parlance.account.FakeAccount.OUR_NUMBER;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendingTextsTest {
    private static final Address ANA = Address.of("+5215512345678");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private final FakePhone ana = twilio.phone(ANA.value());

    private Map<String, List<String>> form() {
        return fake.form("POST", "/Messages.json");
    }

    @Test
    void a_text_comes_from_the_accounts_sender_by_default() {
        Receipt receipt = fake.account().send(TextMessage.to(ANA, "¿Qué tal, 你 & yo? 100%"));

        assertThat(receipt.status()).isEqualTo("queued");
        assertThat(ana.receives()).from(OUR_NUMBER).withBody("¿Qué tal, 你 & yo? 100%");
        assertThat(fake.account().messages().get(receipt.sid()))
                .map(LoggedMessage::status)
                .contains(DeliveryStatus.DELIVERED);
    }

    @Test
    void wrappers_run_around_every_text_the_last_one_first() {
        List<String> order = new ArrayList<>();
        try (TwilioAccount wrapped = TwilioAccount.builder(twilio.settings())
                .baseUrl(twilio.url())
                .aroundTexts(sender -> text -> {
                    order.add("inner");
                    return sender.send(text);
                })
                .aroundTexts(sender -> text -> {
                    order.add("outer");
                    return sender.send(text);
                })
                .build()) {
            wrapped.send(TextMessage.to(ANA, "Hello"));
        }

        assertThat(order).containsExactly("outer", "inner");
        assertThat(ana.receives()).withBody("Hello");
    }

    @Test
    void all_options_of_a_text_reach_the_api() {
        List<String> statuses = new ArrayList<>();
        twilio.mount("https://hooks.example.com", request -> {
            statuses.add(request.url() + " " + request.formParameters().required("MessageStatus"));
            return WebhookResponse.noContent();
        });
        twilio.number("+15005550111");

        fake.account()
                .send(TextMessage.to(
                                ANA,
                                "Look",
                                List.of(
                                        URI.create("https://example.com/1.png"),
                                        URI.create("https://example.com/2.png")))
                        .withFrom("+15005550111")
                        .withStatusCallback(URI.create("https://hooks.example.com/status?a=1&b=2"))
                        .withValidity(Duration.ofMinutes(30)));

        assertThat(ana.receives().media())
                .extracting(media -> media.url().orElseThrow())
                .containsExactly("https://example.com/1.png", "https://example.com/2.png");
        twilio.settle();
        assertThat(statuses)
                .containsExactly(
                        "https://hooks.example.com/status?a=1&b=2 sent",
                        "https://hooks.example.com/status?a=1&b=2 delivered");
        assertThat(form())
                .containsEntry("From", List.of("+15005550111"))
                .containsEntry("ValidityPeriod", List.of("1800"))
                .hasSize(6);
    }

    @Test
    void a_messaging_service_is_sent_as_its_own_parameter() {
        String service = twilio.messagingService("+15005550111");
        try (TwilioAccount account =
                fake.with(fake.sendingAs(Optional.of(service))).build()) {
            assertThat(account.send(TextMessage.to(ANA, "Hi")).status()).isEqualTo("accepted");
        }

        assertThat(ana.receives()).from("+15005550111");
        assertThat(form()).doesNotContainKey("From");
    }

    @Test
    void a_text_with_only_media_has_no_body() {
        fake.account().send(TextMessage.to(ANA, "", List.of(URI.create("https://example.com/1.png"))));

        assertThat(ana.receives().media()).hasSize(1);
        assertThat(form()).doesNotContainKey("Body");
    }

    @Test
    void the_sender_uses_the_recipients_channel() {
        twilio.number("whatsapp:" + OUR_NUMBER);
        twilio.phone("whatsapp:+5215512345678").textsTo("whatsapp:" + OUR_NUMBER, "Hello");
        fake.account().send(TextMessage.to(Address.of("whatsapp:+5215512345678"), "Hi"));

        assertThat(twilio.phone("whatsapp:+5215512345678").receives()).from("whatsapp:" + OUR_NUMBER);
    }

    @Test
    void a_sender_with_a_channel_stays_as_it_is() {
        fake.account().send(TextMessage.to(Address.of("messenger:1234"), "Hi").withFrom("messenger:page"));

        assertThat(twilio.phone("messenger:1234").receives()).from("messenger:page");
    }

    @Test
    void the_text_null_is_sent_as_a_body() {
        fake.account().send(TextMessage.to(ANA, "null"));

        assertThat(ana.receives().body()).isEqualToIgnoringWhitespace("null");
    }

    @Test
    void an_opted_out_recipient_has_its_own_reason() {
        ana.textsTo(OUR_NUMBER, "STOP");

        assertThatThrownBy(() -> fake.account().send(TextMessage.to(ANA, "Hi")))
                .isInstanceOfSatisfying(
                        AccountException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OPTED_OUT));
    }

    @Test
    void a_text_without_a_sender_is_not_sent() {
        try (TwilioAccount account = fake.with(fake.sendingAs(Optional.empty())).build()) {
            assertThatThrownBy(() -> account.send(TextMessage.to(ANA, "Hi")))
                    .isInstanceOf(AccountException.class)
                    .hasMessageContaining("TWILIO_MESSAGE_SERVICE")
                    .asInstanceOf(InstanceOfAssertFactories.type(AccountException.class))
                    .extracting(AccountException::reason)
                    .isEqualTo(Reason.REFUSED);
        }
        assertThat(fake.requests()).isZero();
    }

    @Test
    void a_person_on_whatsapp_sees_that_a_reply_is_being_prepared() {
        twilio.number("whatsapp:+15005550111").onText("https://hooks.example.com/whatsapp");
        List<String> received = new ArrayList<>();
        twilio.mount("https://hooks.example.com", request -> {
            received.add(request.formParameters().required("MessageSid"));
            return WebhookResponse.noContent();
        });
        FakePhone onWhatsApp = ana.onWhatsApp().textsTo("whatsapp:+15005550111", "hi");

        fake.account().showTyping(ANA, received.get(0));
        assertThat(onWhatsApp.seesTyping("whatsapp:+15005550111")).isFalse();
        fake.account().showTyping(Address.of("whatsapp:" + ANA.value()), received.get(0));

        assertThat(onWhatsApp.seesTyping("whatsapp:+15005550111")).isTrue();
    }
}
