package dev.parlance.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.browser.FakeVoiceGateway;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.CallTrace;
import dev.parlance.testkit.ForEachTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls from the page, in a real browser with Twilio's own SDK. */
class OutgoingCallsTest {
    @Order(1)
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @Order(2)
    @RegisterExtension
    static final Browsers browsers = new Browsers(twilio);

    private final FakePhone eve = twilio.phone("+33612345678");

    @Test
    void ringing_a_phone_and_accepting_there() {
        PhonePage ana = browsers.signInAna();

        ana.calls("06 12 34 56 78").status("Ringing at 06 12 34 56 78");
        assertThat(eve.isRinging()).isTrue();
        FakeCall call = eve.answers();
        ana.status("In a call with 06 12 34 56 78");

        assertThat(call.from()).isEqualTo(Browsers.NUMBER);
        assertThat(browsers.signals())
                .containsSubsequence(
                        "client:ana -> signalling: invite",
                        "signalling -> client:ana: ringing",
                        "twilio -> application: POST /hooks/call/connect",
                        "application -> twilio: HTTP 200",
                        "signalling -> client:ana: answer");
        ana.waitUntil("#hang-up", button -> browsers.events().contains("connection accepted-by-remote"));
        assertThat(browsers.events())
                .contains(
                        "get-user-media succeeded",
                        "signaling-state have-local-offer",
                        "signaling-state stable",
                        "connection accepted-by-remote");
        ana.waitUntil("#hang-up", button -> browsers.events().contains("ice-connection-state connected"));
    }

    @Test
    void hanging_up_before_the_far_end_has_answered() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");

        ana.click("#hang-up").status("The call is over");

        ana.waitUntil("#call", button -> !eve.isRinging());
        assertThat(browsers.signals()).contains("client:ana -> signalling: hangup");
        assertThat(eve.callHistory().get(0).status()).isEqualTo("canceled");
        ana.waitUntil("#call", button -> browsers.events().contains("connection disconnected-by-local"));
    }

    @Test
    void declining_at_the_far_end() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");
        assertThat(eve.isRinging()).isTrue();

        eve.declines();

        ana.status("The call is over");
        assertThat(browsers.signals()).contains("signalling -> client:ana: hangup");
        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .extracting(FakeCall.Said::text)
                .containsExactly("The line is busy.");
        ana.waitUntil("#call", button -> browsers.events().contains("connection disconnected-by-remote"));
    }

    @Test
    void an_invalid_number() {
        PhonePage ana = browsers.signInAna();

        ana.calls("12345").status("The call is over");

        assertThat(browsers.signals()).contains("signalling -> client:ana: hangup");
        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .extracting(FakeCall.Said::text)
                .containsExactly("This number cannot be called. Please check it.");
    }

    @Test
    void a_number_outside_the_dial_plan_is_refused_in_the_users_language() {
        PhonePage ana = browsers.signInAna();
        ana.choose("#language", "fr").status("Prêt");

        ana.calls("+34612345678").status("L’appel est terminé");

        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .containsExactly(new FakeCall.Said(
                        "Les numéros de ce pays ne peuvent pas être appelés d'ici.", "fr-FR", "Polly.Celine"));
    }

    @Test
    void hanging_up_from_both_sides() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");
        FakeCall call = eve.answers();
        ana.status("In a call").click("#hang-up").status("The call is over");
        ana.waitUntil("#call", button -> call.isOver());

        ana.calls("0612345678").status("Ringing");
        FakeCall second = eve.answers();
        ana.status("In a call");
        second.hangsUp();
        ana.status("The call is over");
    }

    @Test
    void keys_in_a_call_reach_the_phone() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");
        FakeCall call = eve.answers();
        ana.status("In a call");

        ana.click("[data-key='4']").click("[data-key='#']");

        ana.waitUntil("#hang-up", button -> call.transcript().contains("presses #"));
        assertThat(call.transcript()).contains("client:ana presses 4");
        assertThat(browsers.signals()).contains("client:ana -> signalling: dtmf");
    }

    @Test
    void a_call_can_be_muted() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");
        eve.answers();

        ana.click("#mute").waitUntil("#mute", button -> "true".equals(button.getAttribute("aria-pressed")));
        ana.click("#mute").waitUntil("#mute", button -> "false".equals(button.getAttribute("aria-pressed")));
    }

    @Test
    void a_call_survives_a_lost_connection() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");
        FakeCall call = eve.answers();
        ana.status("In a call");

        FakeVoiceGateway.of(twilio).dropsConnections();

        ana.waitUntil(
                "#hang-up",
                button -> browsers.signals().stream()
                                .filter("client:ana -> signalling: invite"::equals)
                                .count()
                        == 2);
        FakeVoiceGateway.of(twilio).awaitsRegistered("ana");
        ana.status("In a call");
        assertThat(call.isOver()).isFalse();
        ana.click("#hang-up");
        ana.waitUntil("#call", button -> call.isOver());
    }

    @Test
    void the_trace_of_a_call_can_be_drawn() {
        PhonePage ana = browsers.signInAna();
        ana.calls("0612345678").status("Ringing");
        eve.answers();
        ana.status("In a call");

        CallTrace trace = FakeVoiceGateway.of(twilio).trace().withoutEvents();

        assertThat(trace.toString()).contains("5. client:ana -> signalling: invite");
        assertThat(trace.toMermaid())
                .startsWith("sequenceDiagram\n")
                .contains("->>")
                .contains("POST /hooks/call/connect");
    }
}
