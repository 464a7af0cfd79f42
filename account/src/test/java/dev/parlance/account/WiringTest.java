package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Application;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.TwilioAssertions;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WiringTest {
    private static final URI NEW = URI.create("https://new.example/hook");
    private static final WebhookSetting NOTHING =
            new WebhookSetting(FakeAccount.OUR_NUMBER, WebhookType.TEXTS, Optional.empty(), Optional.empty());

    @RegisterExtension
    final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private Webhooks webhooks;

    @BeforeEach
    void setUp() {
        webhooks = fake.account().webhooks();
        for (String name : new String[] {"new", "old"}) {
            twilio.mount("https://" + name + ".example", request -> WebhookResponse.of(MessageTwiml.reply(name)));
        }
    }

    @Test
    void a_number_calls_the_new_url_until_it_is_restored() {
        twilio.number(FakeAccount.OUR_NUMBER).onText(URI.create("https://old.example/sms"));

        WebhookSetting before = webhooks.setUrl(FakeAccount.OUR_NUMBER, WebhookType.TEXTS, NEW);
        expectReply("new");
        webhooks.set(before);

        expectReply("old");
        assertThat(before).hasToString("texts to +15005550100: POST https://old.example/sms");
    }

    @Test
    void texts_and_calls_are_independent() {
        webhooks.setUrl(FakeAccount.OUR_NUMBER, WebhookType.TEXTS, NEW);
        webhooks.setUrl(FakeAccount.OUR_NUMBER, WebhookType.CALLS, URI.create("https://new.example/voice"));

        webhooks.set(NOTHING);

        assertThat(webhooks.get(FakeAccount.OUR_NUMBER, WebhookType.TEXTS)).isEqualTo(NOTHING);
        assertThat(webhooks.get(FakeAccount.OUR_NUMBER, WebhookType.CALLS).asked())
                .isEqualTo("POST https://new.example/voice");
    }

    @Test
    void a_numbers_application_is_restored() {
        String application = application();
        NumberWebhooks byApplication = new NumberWebhooks(
                Optional.empty(),
                Optional.empty(),
                Optional.of(application),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        fake.account().numbers().setWebhooks(FakeAccount.OUR_NUMBER, byApplication);

        WebhookSetting before = webhooks.setUrl(FakeAccount.OUR_NUMBER, WebhookType.TEXTS, NEW);
        webhooks.set(before);

        assertThat(before.asked()).isEqualTo(application);
        assertThat(webhooks.get(FakeAccount.OUR_NUMBER, WebhookType.TEXTS)).isEqualTo(before);
    }

    @Test
    void a_messaging_service_calls_the_new_url_for_texts_and_rejects_calls() {
        String service = twilio.messagingService(FakeAccount.OUR_NUMBER);

        WebhookSetting before = webhooks.setUrl(service, WebhookType.TEXTS, NEW);

        expectReply("new");
        assertThat(before.asked()).isEqualTo("nothing");
        assertThatThrownBy(() -> webhooks.setUrl(service, WebhookType.CALLS, NEW))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("receives only texts");
    }

    @Test
    void a_messaging_service_that_uses_its_numbers_webhooks_is_restored() {
        String service = twilio.messagingService(FakeAccount.OUR_NUMBER);
        WebhookSetting byNumber =
                new WebhookSetting(service, WebhookType.TEXTS, Optional.empty(), Optional.of(WebhookSetting.NUMBERS));
        webhooks.set(byNumber);

        WebhookSetting before = webhooks.setUrl(service, WebhookType.TEXTS, NEW);
        webhooks.set(before);

        assertThat(before).isEqualTo(byNumber);
        assertThat(webhooks.get(service, WebhookType.TEXTS)).isEqualTo(byNumber);
    }

    @Test
    void an_application_calls_the_new_url() {
        String application = application();

        webhooks.setUrl(application, WebhookType.CALLS, NEW);

        assertThat(webhooks.get(application, WebhookType.CALLS).asked()).isEqualTo("POST " + NEW);
        assertThat(webhooks.get(application, WebhookType.TEXTS).asked()).isEqualTo("nothing");
    }

    @Test
    void unknown_targets_are_rejected() {
        assertThatThrownBy(() -> webhooks.get("+15005550199", WebhookType.TEXTS))
                .hasMessageContaining("does not own");
        assertThatThrownBy(() -> webhooks.get("AP" + "0".repeat(32), WebhookType.CALLS))
                .isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> webhooks.get("MG1", WebhookType.TEXTS)).isInstanceOf(IllegalArgumentException.class);
    }

    private String application() {
        return Application.creator()
                .setFriendlyName("browser")
                .create(fake.account().restClient())
                .getSid();
    }

    private void expectReply(String text) {
        twilio.phone("+5215512345678").texts("hello");
        twilio.settle();
        TwilioAssertions.assertThat(twilio.phone("+5215512345678")).lastText().isEqualTo(text);
    }
}
