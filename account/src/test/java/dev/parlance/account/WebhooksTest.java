package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Application;
import dev.parlance.Address;
import dev.parlance.account.WebhookSetting.ApplicationUrls;
import dev.parlance.account.WebhookSetting.NumberUrls;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.testkit.TwilioAssertions;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhooksTest {
    private static final URI NEW = URI.create("https://new.example/hook");
    private static final WebhookTarget NUMBER = WebhookTarget.of(FakeAccount.OUR_NUMBER);

    @ForEachTest
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

        WebhookSetting before = webhooks.setUrl(NUMBER, WebhookType.TEXTS, NEW);
        expectReply("new");
        webhooks.set(before);

        expectReply("old");
        assertThat(before).hasToString("texts to +15005550100: POST https://old.example/sms");
    }

    @Test
    void texts_and_calls_are_independent() {
        webhooks.setUrl(NUMBER, WebhookType.TEXTS, NEW);
        webhooks.setUrl(NUMBER, WebhookType.CALLS, URI.create("https://new.example/voice"));

        WebhookSetting nothing = WebhookSetting.none(NUMBER, WebhookType.TEXTS);
        webhooks.set(nothing);

        assertThat(webhooks.get(NUMBER, WebhookType.TEXTS)).isEqualTo(nothing);
        assertThat(webhooks.get(NUMBER, WebhookType.CALLS).called()).isEqualTo("POST https://new.example/voice");
    }

    @Test
    void a_numbers_application_is_restored() {
        ApplicationUrls application = new ApplicationUrls(application());
        webhooks.set(WebhookSetting.none(NUMBER, WebhookType.TEXTS).withPrecedence(application));

        WebhookSetting before = webhooks.setUrl(NUMBER, WebhookType.TEXTS, NEW);
        webhooks.set(before);

        assertThat(before.called()).isEqualTo(application.sid());
        assertThat(webhooks.get(NUMBER, WebhookType.TEXTS)).isEqualTo(before);
    }

    @Test
    void a_messaging_service_calls_the_new_url_for_texts_and_rejects_calls() {
        WebhookTarget service = WebhookTarget.of(twilio.messagingService(FakeAccount.OUR_NUMBER));

        WebhookSetting before = webhooks.setUrl(service, WebhookType.TEXTS, NEW);

        expectReply("new");
        assertThat(before.called()).isEqualTo("nothing");
        assertThatThrownBy(() -> webhooks.setUrl(service, WebhookType.CALLS, NEW))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("receives only texts");
    }

    @Test
    void a_messaging_service_that_uses_its_numbers_webhooks_is_restored() {
        WebhookTarget service = WebhookTarget.of(twilio.messagingService(FakeAccount.OUR_NUMBER));
        WebhookSetting byNumber =
                WebhookSetting.none(service, WebhookType.TEXTS).withPrecedence(new NumberUrls());
        webhooks.set(byNumber);

        WebhookSetting before = webhooks.setUrl(service, WebhookType.TEXTS, NEW);
        webhooks.set(before);

        assertThat(before).isEqualTo(byNumber);
        assertThat(webhooks.get(service, WebhookType.TEXTS)).isEqualTo(byNumber);
    }

    @Test
    void an_application_calls_the_new_url() {
        WebhookTarget application = WebhookTarget.of(application());

        webhooks.setUrl(application, WebhookType.CALLS, NEW);

        assertThat(webhooks.get(application, WebhookType.CALLS).called()).isEqualTo("POST " + NEW);
        assertThat(webhooks.get(application, WebhookType.TEXTS).called()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @EnumSource
    void each_webhook_of_a_number_is_set_alone_and_restored(WebhookType type) {
        WebhookTarget sid =
                WebhookTarget.of(twilio.number(FakeAccount.OUR_NUMBER).sid());
        WebhookSetting wanted = WebhookSetting.none(sid, type).withWebhook(Webhook.get(NEW));

        WebhookSetting before = webhooks.set(wanted);

        assertThat(webhooks.get(sid, type)).isEqualTo(wanted);
        for (WebhookType other : WebhookType.values()) {
            assertThat(other == type || webhooks.get(sid, other).webhook().isEmpty())
                    .isTrue();
        }
        webhooks.set(before);
        assertThat(webhooks.get(sid, type)).isEqualTo(WebhookSetting.none(sid, type));
    }

    @ParameterizedTest
    @EnumSource
    void each_webhook_of_an_application_is_set(WebhookType type) {
        WebhookTarget application = WebhookTarget.of(application());

        webhooks.setUrl(application, type, NEW);

        assertThat(webhooks.get(application, type).webhook()).contains(Webhook.post(NEW));
    }

    @Test
    void the_fallback_of_a_messaging_service_is_set() {
        WebhookTarget service = WebhookTarget.of(twilio.messagingService(FakeAccount.OUR_NUMBER));

        webhooks.setUrl(service, WebhookType.FAILED_TEXTS, NEW);

        assertThat(webhooks.get(service, WebhookType.FAILED_TEXTS))
                .hasToString("failed texts to " + service + ": POST " + NEW);
    }

    @Test
    void an_application_for_calls_stays_when_texts_change() {
        ApplicationUrls application = new ApplicationUrls(application());
        webhooks.set(WebhookSetting.none(NUMBER, WebhookType.CALLS).withPrecedence(application));

        webhooks.setUrl(NUMBER, WebhookType.TEXTS, NEW);
        webhooks.setUrl(NUMBER, WebhookType.FAILED_CALLS, NEW);

        assertThat(webhooks.get(NUMBER, WebhookType.CALLS).precedence()).contains(application);
    }

    @Test
    void a_number_of_another_account_is_rejected() {
        int before = fake.requests();

        assertThatThrownBy(() -> webhooks.setUrl(WebhookTarget.of(Address.of("+15005550001")), WebhookType.TEXTS, NEW))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("does not own")
                .hasMessageNotContaining("+15005550001");
        assertThat(fake.requests()).isEqualTo(before + 1);
    }

    @Test
    void unknown_targets_are_rejected() {
        WebhookTarget unknown = WebhookTarget.of("AP" + "0".repeat(32));

        assertThatThrownBy(() -> webhooks.get(unknown, WebhookType.CALLS)).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> WebhookTarget.of("MG1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookTarget.of("15005550100")).hasMessageContaining("with + and country code");
        assertThatThrownBy(() -> WebhookTarget.of(Address.of("whatsapp:+15005550100")))
                .isInstanceOf(IllegalArgumentException.class);
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
