package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code in the documents. */
class ManualTest {
    @Test
    void a_simulator_is_opened() {
        URI results = URI.create("http://localhost:8080/results");
        try (FakeTwilio twilio = FakeTwilio.start();
                WebhookServer server = WebhookServer.start(0, request -> WebhookResponse.text("hi"))) {
            URI url = server.url();
            Instant reminder = twilio.clock().instant().plusSeconds(3600);
            // snippet: simulator
            twilio.number("+15005550100").onText(url.resolve("/sms")).onCall(url.resolve("/voice"));
            Simulator simulator = Simulator.of(twilio)
                    .person("+5215512345678", "Ana")
                    .link("Results", results)
                    .whenTimePasses(now -> System.out.println("It is " + now)) // such as surveys::runDue
                    .upcoming(() -> List.of(new Upcoming(reminder, "reminder", "+5215512345678")))
                    .open(0);
            System.out.println("Open " + simulator.url());
            // end
            assertThat(simulator.url().getPort()).isPositive();
            simulator.close();
        }
    }

    @Test
    void a_copied_call_is_a_phone_that_calls() {
        Router shop = Router.create()
                .post(
                        "/voice",
                        request -> WebhookResponse.of(VoiceTwiml.create()
                                .gather(gather -> gather.action("/heard").say("For opening hours press 1."))))
                .post(
                        "/heard",
                        request -> WebhookResponse.of(VoiceTwiml.create()
                                .say("We open at nine. You pressed "
                                        + request.formParameters().required("Digits"))));
        try (FakeTwilio twilio = FakeTwilio.start()) {
            twilio.mount("https://shop.example", shop);
            // snippet: copied
            twilio.number("+15005550100").onCall("https://shop.example/voice");

            twilio.phone("+12025550106")
                    .calls("+15005550100")
                    .hears("For opening hours press 1.")
                    .presses("1#")
                    .hears("We open at nine. You pressed 1");
            // end
            assertThat(twilio.log().webhooks()).hasSize(2);
        }
    }
}
