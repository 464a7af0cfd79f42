package dev.parlance.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.browser.FakeVoiceGateway;
import org.junit.jupiter.api.Test;

/** Trying it out without an account and a certificate, with the simulator next to the page. */
class OfflineTest {
    @Test
    void a_call_from_the_page_rings_in_the_simulator_and_is_drawn_there() {
        try (Offline offline = new Offline(0, 0);
                PhonePage phone = new PhonePage(FakeVoiceGateway.of(offline.twilio));
                PhonePage simulator = new PhonePage(FakeVoiceGateway.of(offline.twilio))) {
            simulator.open(offline.simulator.url());
            simulator.size(1_500, 950);
            phone.open(offline.server.url())
                    .fill("user", "ana")
                    .fill("password", "ana")
                    .click("#sign-in button");
            phone.status("Ready").calls("06 12 34 56 78").status("Ringing");

            simulator.click("[data-number='+33612345678'] .good");
            phone.status("In a call");

            simulator.see("[data-number='client:ana']");
            simulator.click(".traffic-browser-calls");
            simulator.waitUntil(".traffic-sequence svg", svg -> svg.getText().contains("POST /hooks/call/connect"));
            assertThat(FakeVoiceGateway.of(offline.twilio).trace().toString())
                    .contains("client:ana -> signalling: invite");
            simulator.screenshot("simulator-browser-call");
            phone.click("#hang-up").status("The call is over");
        }
    }
}
