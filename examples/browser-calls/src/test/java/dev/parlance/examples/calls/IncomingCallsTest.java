package dev.parlance.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Calls to the page and between pages, in real browsers with Twilio's own SDK. */
class IncomingCallsTest {
    @Order(1)
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @Order(2)
    @RegisterExtension
    static final Browsers browsers = new Browsers(twilio);

    private final FakePhone eve = twilio.phone("+33612345678");

    @Test
    void an_incoming_call_is_accepted_and_ended_in_the_browser() {
        PhonePage ana = browsers.signInAna();

        FakeCall call = eve.calls(Browsers.NUMBER);
        ana.status("+33612345678 is calling").click("#accept").status("In a call with +33612345678");

        assertThat(browsers.signals())
                .containsSubsequence(
                        "twilio -> application: POST /hooks/voice",
                        "signalling -> client:ana: invite",
                        "client:ana -> signalling: answer",
                        "signalling -> client:ana: answer");
        ana.waitUntil("#hang-up", button -> browsers.events().contains("connection accepted-by-local"));
        ana.click("#hang-up").status("The call is over");
        ana.waitUntil("#call", button -> call.isOver());
        assertThat(browsers.signals()).contains("client:ana -> signalling: hangup");
    }

    @Test
    void an_incoming_call_is_declined_and_a_message_is_taken() {
        PhonePage ana = browsers.signInAna();

        FakeCall call = eve.calls(Browsers.NUMBER);
        ana.status("is calling").click("#decline").status("Declined");

        twilio.advance(Duration.ofSeconds(21)); // Luc has no page open, so nobody answers
        ana.waitUntil("#call", button -> call.transcript().contains("leave a message"));
        assertThat(browsers.signals()).contains("client:ana -> signalling: reject");
        assertThat(browsers.events()).contains("connection incoming");
    }

    @Test
    void the_ringing_stops_when_the_caller_hangs_up() {
        PhonePage ana = browsers.signInAna();
        FakeCall call = eve.calls(Browsers.NUMBER);
        ana.status("is calling");

        call.hangsUp();

        ana.status("The caller hung up");
        assertThat(browsers.signals()).contains("signalling -> client:ana: cancel");
    }

    @Test
    void the_first_browser_to_answer_gets_the_call() {
        PhonePage ana = browsers.signInAna();
        PhonePage luc = browsers.signInLuc();

        eve.calls(Browsers.NUMBER);
        ana.status("is calling");
        luc.status("is calling").click("#accept").status("In a call");

        ana.status("The caller hung up");
    }

    @Test
    void an_unanswered_call_goes_to_voicemail() {
        PhonePage ana = browsers.signInAna();
        FakeCall call = eve.calls(Browsers.NUMBER);
        ana.status("is calling");

        twilio.advance(Duration.ofSeconds(21));

        ana.status("The caller hung up");
        call.hears("Please leave a message");
    }

    @Test
    void two_browsers_hear_each_other() {
        PhonePage ana = browsers.signInAna();
        PhonePage luc = browsers.signInLuc();

        ana.calls("luc").status("Ringing at luc");
        luc.status("ana is calling").click("#accept").status("In a call with ana");
        ana.status("In a call with luc");

        for (PhonePage page : List.of(ana, luc)) {
            page.waitUntil("#quality", line -> received(line.getAttribute("data-received")) > 10_000);
            page.waitUntil("#level-out", meter -> Double.parseDouble(meter.getDomProperty("value")) > 0.01);
        }
        luc.click("#hang-up");
        ana.status("The call is over");
    }

    private static long received(String bytes) {
        return bytes == null ? 0 : Long.parseLong(bytes);
    }

    @Test
    void the_page_can_be_used_with_the_keyboard_only() {
        PhonePage ana = browsers.signInAna();
        eve.calls(Browsers.NUMBER);
        ana.status("is calling").press(Keys.ENTER);
        ana.status("In a call").press(Keys.ESCAPE);
        ana.status("The call is over");
    }

    @Test
    void everyone_can_use_the_page_in_each_of_its_states() {
        PhonePage ana = browsers.ana();
        ana.open(browsers.url()).see("#sign-in");
        assertThat(ana.barriers()).isEmpty();
        browsers.signInAna();
        ana.see("#number").sendKeys("06 12 34 56 78");
        ana.screenshot("phone-ready");
        assertThat(ana.barriers()).isEmpty();
        ana.click("#call").status("Ringing");
        ana.screenshot("phone-ringing");
        eve.answers();
        ana.status("In a call").see("#meters");
        ana.screenshot("phone-in-call");
        assertThat(ana.barriers()).isEmpty();
        ana.click("#hang-up").status("The call is over");
        eve.calls(Browsers.NUMBER);
        ana.status("is calling");
        ana.size(360, 740);
        ana.screenshot("phone-incoming");
        assertThat(ana.barriers()).isEmpty();
        ana.size(520, 900);
        assertThat((Boolean) ana.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }
}
