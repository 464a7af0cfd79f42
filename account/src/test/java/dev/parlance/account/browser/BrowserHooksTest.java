package dev.parlance.account.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The webhooks of browser calls, with simulated people at the browsers' addresses. */
class BrowserHooksTest {
    private static final String NUMBER = "+33123456789";
    private static final String URL = "https://calls.example";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create().strict();

    private final FakePhone eve = twilio.phone("+33612345678");
    private TwilioAccount account;

    @BeforeEach
    void openTheAccount() {
        twilio.number(NUMBER).onCall(URL + "/voice");
        account = TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
    }

    @AfterEach
    void closeTheAccount() {
        account.close();
    }

    private void incoming(IncomingCalls calls) {
        twilio.mount(URL, Router.create().post("/voice", calls));
    }

    @Test
    void the_first_user_to_answer_gets_the_call() {
        incoming(IncomingCalls.ring("ana", "luc"));

        FakeCall call = eve.calls(NUMBER);
        FakeCall answered = twilio.phone("client:luc").answers();

        assertThat(twilio.phone("client:ana").isRinging()).isFalse();
        assertThat(answered.isOver()).isFalse();
        answered.hangsUp();
        assertThat(call.isOver()).isTrue();
        assertThat(call.said()).isEmpty();
    }

    @Test
    void a_message_is_taken_if_nobody_answers() {
        incoming(IncomingCalls.ring("ana")
                .withRingTimeout(Duration.ofSeconds(15))
                .withVoicemail());

        FakeCall call = eve.calls(NUMBER);
        twilio.advance(Duration.ofSeconds(15));

        call.hears("leave a message").says("Call me back").presses("#").hears("Thank you");
        assertThat(call.isOver()).isTrue();
    }

    @Test
    void without_voicemail_the_caller_hears_that_nobody_answers() {
        incoming(IncomingCalls.ring(request -> List.of()));

        assertThat(eve.calls(NUMBER).hears("Nobody answers").isOver()).isTrue();
    }

    @Test
    void the_caller_id_must_be_a_number_of_the_account() {
        DialPlan plan = DialPlan.allow("FR");

        assertThatThrownBy(() -> OutgoingCalls.of(account, plan, Address.of("+33198765432")))
                .hasMessageContaining("does not own the number");
    }

    @Test
    void a_user_calls_another_user_with_their_own_identity() {
        OutgoingCalls calls = OutgoingCalls.of(
                        account, DialPlan.allow("FR").withUsers(Set.of("luc")::contains), Address.of(NUMBER))
                .withTimeLimit(Duration.ofMinutes(5));

        String twiml = calls.respond(WebhookRequest.post(URL + "/connect")
                        .withForm("From", "client:ana", "To", "", "phoneNumber", "luc"))
                .bodyText();

        assertThat(twiml)
                .contains("callerId=\"client:ana\"")
                .contains("timeLimit=\"300\"")
                .contains("<Client>luc</Client>");
    }

    @Test
    void a_page_that_adds_another_caller_calls_nobody() {
        OutgoingCalls calls =
                OutgoingCalls.of(account, DialPlan.allow("FR").withUsers(Set.of("luc")::contains), Address.of(NUMBER));

        assertThat(calls.respond(WebhookRequest.post(URL + "/connect")
                                .withForm("From", "client:ana", "phoneNumber", "luc", "From", "client:boss"))
                        .bodyText())
                .contains("not known here")
                .doesNotContain("<Dial");
    }

    @Test
    void the_caller_hears_in_their_language_why_nobody_answered() {
        OutgoingCalls calls = OutgoingCalls.of(account, DialPlan.allow("FR"), Address.of(NUMBER));

        assertThat(calls.respond(WebhookRequest.post(URL + "/connect?after=dial&language=es-ES")
                                .withForm("From", "client:ana", "DialCallStatus", "busy"))
                        .bodyText())
                .contains("La línea está ocupada.");
        assertThat(calls.respond(WebhookRequest.post(URL + "/connect?after=dial")
                                .withForm("DialCallStatus", "completed"))
                        .bodyText())
                .contains("<Hangup/>")
                .doesNotContain("<Say");
    }
}
