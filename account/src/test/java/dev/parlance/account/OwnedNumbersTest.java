package dev.parlance.account;

import static dev.parlance.account.FakeAccount.OUR_NUMBER;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;
import static dev.parlance.testkit.TwilioAssertions.entry;

import dev.parlance.Address;
import dev.parlance.testkit.FakePhone;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnedNumbersTest {
    private static final String APPLICATION_SID = "AP" + "4".repeat(32);
    private static final URI SMS = URI.create("https://hooks.example.com/sms");
    private static final NumberWebhooks BEFORE = NumberWebhooks.none()
            .withSms(Webhook.get(URI.create("https://old.example.com/sms")))
            .withVoice(Webhook.post(URI.create("https://old.example.com/voice")))
            .withVoiceFallback(Webhook.get(URI.create("https://old.example.com/voice2")));

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private final FakePhone ana = twilio.phone("+5215512345678");
    private OwnedNumbers numbers;
    private String sid;

    @BeforeEach
    void setUp() {
        numbers = fake.account().numbers();
        sid = twilio.number(OUR_NUMBER).sid();
        numbers.setWebhooks(sid, BEFORE);
        twilio.mount("https://old.example.com", request -> WebhookResponse.text("old by " + request.method()));
        twilio.mount("https://hooks.example.com", request -> WebhookResponse.text("new by " + request.method()));
    }

    @Test
    void the_list_has_capabilities_and_webhooks_of_each_number() {
        assertThat(numbers.list().toList())
                .containsExactly(new OwnedNumber(sid, Address.of(OUR_NUMBER), true, true, true, BEFORE));
        assertThat(fake.form("GET", "/IncomingPhoneNumbers.json")).containsOnly(entry("PageSize", List.of("50")));
    }

    @Test
    void the_list_covers_several_pages() {
        IntStream.range(200, 260).forEach(i -> twilio.number("+15005550" + i));

        assertThat(numbers.list().map(OwnedNumber::sid).distinct()).hasSize(61);
    }

    @Test
    void find_matches_the_whole_number() {
        assertThat(numbers.find(Address.of(OUR_NUMBER))).map(OwnedNumber::sid).contains(sid);
        assertThat(numbers.find(Address.of("+1500555"))).isEmpty();
    }

    @Test
    void changing_one_webhook_keeps_the_others_and_returns_the_previous_ones() {
        ana.textsTo(OUR_NUMBER, "hola").receives("old by GET");

        NumberWebhooks before = numbers.changeWebhooks(sid, now -> now.withSms(Webhook.post(SMS)));

        assertThat(before).isEqualTo(BEFORE);
        ana.texts("hola").receives("new by POST");
        assertThat(numbers.list().map(OwnedNumber::webhooks)).containsExactly(BEFORE.withSms(Webhook.post(SMS)));
    }

    @Test
    void the_previous_webhooks_can_be_restored() {
        numbers.changeWebhooks(OUR_NUMBER, now -> now.withSms(Webhook.post(SMS)));

        numbers.setWebhooks(OUR_NUMBER, BEFORE);

        ana.textsTo(OUR_NUMBER, "hola").receives("old by GET");
    }

    @Test
    void setting_a_webhook_removes_the_application() {
        NumberWebhooks byApplication = new NumberWebhooks(
                Optional.empty(),
                Optional.empty(),
                Optional.of(APPLICATION_SID),
                Optional.empty(),
                Optional.empty(),
                Optional.of(APPLICATION_SID),
                Optional.empty());

        NumberWebhooks changed = byApplication.withSms(Webhook.post(SMS));

        assertThat(changed.smsApplication()).isEmpty();
        assertThat(changed.voiceApplication()).contains(APPLICATION_SID);
    }

    @Test
    void a_number_of_another_account_is_rejected() {
        int before = fake.requests();

        assertThatThrownBy(() -> numbers.setWebhooks("+15005550001", NumberWebhooks.none()))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("does not own")
                .hasMessageNotContaining("+15005550001");
        assertThat(fake.requests()).isEqualTo(before + 1);
    }
}
