package dev.parlance.account;

import static dev.parlance.account.FakeAccount.OUR_NUMBER;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;
import static dev.parlance.testkit.TwilioAssertions.entry;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.outbound.Receipt;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacingCallsTest {
    private static final Address ANA = Address.of("+5215512345678");
    private static final URI VOICE = URI.create("https://hooks.example.com/voice");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private final FakePhone ana = twilio.phone(ANA.value());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void setUp() {
        twilio.mount("https://hooks.example.com", request -> {
            requests.add(request.method() + " " + request.path() + " "
                    + request.formParameters().required("CallStatus"));
            return WebhookResponse.of(VoiceTwiml.create().hangup());
        });
    }

    private Map<String, List<String>> form() {
        return fake.form("POST", "/Calls.json");
    }

    @Test
    void a_call_fetches_its_instructions_when_it_is_answered() {
        Receipt receipt = fake.account().place(PhoneCall.to(ANA).withTwimlFrom(VOICE));

        assertThat(receipt.status()).isEqualTo("queued");
        assertThat(ana).rings();
        assertThat(requests).isEmpty();
        assertThat(ana.answers().from()).isEqualTo(OUR_NUMBER);
        assertThat(requests).containsExactly("POST /voice in-progress");
        assertThat(ana).lastCall().ended();
    }

    @Test
    void a_call_can_include_its_instructions() {
        fake.account().place(PhoneCall.to(ANA).withTwiml("<Response><Say>¡Hola!</Say></Response>"));

        ana.answers().hears("¡Hola!");
        assertThat(form()).containsOnlyKeys("To", "From", "Twiml");
    }

    @Test
    void all_options_of_a_call_reach_the_api() {
        twilio.number("+15005550111");

        fake.account()
                .place(PhoneCall.to(ANA)
                        .withTwimlFrom(VOICE)
                        .withFrom(Address.of("+15005550111"))
                        .withRingTimeout(Duration.ofSeconds(20))
                        .withMachineDetection(
                                MachineDetection.END_OF_GREETING, URI.create("https://hooks.example.com/machine"))
                        .withRecording(URI.create("https://hooks.example.com/recording"))
                        .withStatusCallback(URI.create("https://hooks.example.com/status")));

        assertThat(form())
                .containsOnly(
                        entry("To", List.of(ANA.value())),
                        entry("From", List.of("+15005550111")),
                        entry("Url", List.of(VOICE.toString())),
                        entry("Method", List.of("POST")),
                        entry("Timeout", List.of("20")),
                        entry("MachineDetection", List.of("DetectMessageEnd")),
                        entry("AsyncAmd", List.of("true")),
                        entry("AsyncAmdStatusCallback", List.of("https://hooks.example.com/machine")),
                        entry("AsyncAmdStatusCallbackMethod", List.of("POST")),
                        entry("Record", List.of("true")),
                        entry("RecordingStatusCallback", List.of("https://hooks.example.com/recording")),
                        entry("RecordingStatusCallbackMethod", List.of("POST")),
                        entry("StatusCallback", List.of("https://hooks.example.com/status")),
                        entry("StatusCallbackMethod", List.of("POST")),
                        entry("StatusCallbackEvent", List.of("initiated", "ringing", "answered", "completed")));
    }

    @Test
    void the_status_callback_reports_each_stage_of_a_call() {
        fake.account()
                .place(PhoneCall.to(ANA)
                        .withTwimlFrom(VOICE)
                        .withStatusCallback(URI.create("https://hooks.example.com/status")));
        ana.answers();
        twilio.settle();

        assertThat(requests)
                .containsExactlyInAnyOrder(
                        "POST /status initiated",
                        "POST /status ringing",
                        "POST /status in-progress",
                        "POST /voice in-progress",
                        "POST /status completed");
    }

    @Test
    void a_phone_rings_as_long_as_configured() {
        fake.account().place(PhoneCall.to(ANA).withTwimlFrom(VOICE).withRingTimeout(Duration.ofSeconds(20)));

        twilio.settle().advance(Duration.ofSeconds(20));

        assertThat(ana).lastCall().hasStatus("no-answer");
    }

    @Test
    void synchronous_machine_detection_needs_no_callback() {
        ana.hasVoicemail("Leave a message");

        Receipt receipt = fake.account()
                .place(PhoneCall.to(ANA).withTwimlFrom(VOICE).withMachineDetection(MachineDetection.EARLY));

        assertThat(receipt.sid()).startsWith("CA");
        assertThat(form())
                .containsEntry("MachineDetection", List.of("Enable"))
                .doesNotContainKeys("AsyncAmd", "AsyncAmdStatusCallback");
    }

    @Test
    void a_browser_can_be_called_by_its_identity() {
        fake.account().place(PhoneCall.to(Address.of("client:ana")).withTwimlFrom(VOICE));

        assertThat(twilio.phone("client:ana")).rings();
    }

    @Test
    void a_call_without_a_caller_number_is_not_placed() {
        try (TwilioAccount account = fake.with(fake.withKey()).build()) {
            assertThatThrownBy(() -> account.place(PhoneCall.to(ANA).withTwimlFrom(VOICE)))
                    .isInstanceOf(AccountException.class)
                    .hasMessageContaining("TWILIO_PHONE_NUMBER");
        }
        assertThat(fake.requests()).isZero();
    }
}
