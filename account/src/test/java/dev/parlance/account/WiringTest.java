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
    private static final Wired NOTHING =
            new Wired(FakeAccount.OUR_NUMBER, Hook.TEXTS, Optional.empty(), Optional.empty());

    @RegisterExtension
    final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private Wiring wiring;

    @BeforeEach
    void setUp() {
        wiring = fake.account().wiring();
        for (String name : new String[] {"new", "old"}) {
            twilio.app("https://" + name + ".example", request -> WebhookResponse.of(MessageTwiml.reply(name)));
        }
    }

    @Test
    void a_number_calls_the_new_url_until_it_is_restored() {
        twilio.number(FakeAccount.OUR_NUMBER).texts(URI.create("https://old.example/sms"));

        Wired before = wiring.point(FakeAccount.OUR_NUMBER, Hook.TEXTS, NEW);
        expectReply("new");
        wiring.set(before);

        expectReply("old");
        assertThat(before).hasToString("texts to +15005550100: POST https://old.example/sms");
    }

    @Test
    void texts_and_calls_are_independent() {
        wiring.point(FakeAccount.OUR_NUMBER, Hook.TEXTS, NEW);
        wiring.point(FakeAccount.OUR_NUMBER, Hook.CALLS, URI.create("https://new.example/voice"));

        wiring.set(NOTHING);

        assertThat(wiring.look(FakeAccount.OUR_NUMBER, Hook.TEXTS)).isEqualTo(NOTHING);
        assertThat(wiring.look(FakeAccount.OUR_NUMBER, Hook.CALLS).asked()).isEqualTo("POST https://new.example/voice");
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

        Wired before = wiring.point(FakeAccount.OUR_NUMBER, Hook.TEXTS, NEW);
        wiring.set(before);

        assertThat(before.asked()).isEqualTo(application);
        assertThat(wiring.look(FakeAccount.OUR_NUMBER, Hook.TEXTS)).isEqualTo(before);
    }

    @Test
    void a_messaging_service_calls_the_new_url_for_texts_and_rejects_calls() {
        String service = twilio.messagingService(FakeAccount.OUR_NUMBER);

        Wired before = wiring.point(service, Hook.TEXTS, NEW);

        expectReply("new");
        assertThat(before.asked()).isEqualTo("nothing");
        assertThatThrownBy(() -> wiring.point(service, Hook.CALLS, NEW))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("receives only texts");
    }

    @Test
    void a_messaging_service_that_uses_its_numbers_webhooks_is_restored() {
        String service = twilio.messagingService(FakeAccount.OUR_NUMBER);
        Wired byNumber = new Wired(service, Hook.TEXTS, Optional.empty(), Optional.of(Wired.NUMBERS));
        wiring.set(byNumber);

        Wired before = wiring.point(service, Hook.TEXTS, NEW);
        wiring.set(before);

        assertThat(before).isEqualTo(byNumber);
        assertThat(wiring.look(service, Hook.TEXTS)).isEqualTo(byNumber);
    }

    @Test
    void an_application_calls_the_new_url() {
        String application = application();

        wiring.point(application, Hook.CALLS, NEW);

        assertThat(wiring.look(application, Hook.CALLS).asked()).isEqualTo("POST " + NEW);
        assertThat(wiring.look(application, Hook.TEXTS).asked()).isEqualTo("nothing");
    }

    @Test
    void unknown_targets_are_rejected() {
        assertThatThrownBy(() -> wiring.look("+15005550199", Hook.TEXTS)).hasMessageContaining("does not own");
        assertThatThrownBy(() -> wiring.look("AP" + "0".repeat(32), Hook.CALLS)).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> wiring.look("MG1", Hook.TEXTS)).isInstanceOf(IllegalArgumentException.class);
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
