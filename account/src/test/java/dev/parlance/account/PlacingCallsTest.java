package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.API;
import static dev.parlance.account.LocalTwilio.OUR_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.Address;
import dev.parlance.account.LocalTwilio.Sent;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.outbound.Receipt;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacingCallsTest {
    private static final Address ANA = Address.of("+5215512345678");
    private static final URI VOICE = URI.create("https://hooks.example.com/voice");
    private static final String CALL_SID = "CA" + "5".repeat(32);

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @BeforeEach
    void the_call_will_be_queued() {
        twilio.answers(201, "{\"sid\": \"" + CALL_SID + "\", \"status\": \"queued\"}");
    }

    @Test
    void a_call_is_posted_with_the_url_of_its_instructions() {
        Receipt receipt = twilio.account().place(PhoneCall.to(ANA, VOICE));

        assertThat(receipt).isEqualTo(new Receipt(CALL_SID, "queued"));
        Sent sent = twilio.sent();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo(API + "/Calls.json");
        assertThat(sent.form())
                .containsOnly(
                        entry("To", List.of(ANA.value())),
                        entry("From", List.of(OUR_NUMBER)),
                        entry("Url", List.of(VOICE.toString())),
                        entry("Method", List.of("POST")));
    }

    @Test
    void a_call_can_bring_its_instructions_along() {
        twilio.account().place(PhoneCall.to(ANA, "<Response><Say>¡Hola!</Say></Response>"));

        assertThat(twilio.sent().form())
                .containsOnly(
                        entry("To", List.of(ANA.value())),
                        entry("From", List.of(OUR_NUMBER)),
                        entry("Twiml", List.of("<Response><Say>¡Hola!</Say></Response>")));
    }

    @Test
    void everything_that_a_call_can_carry_reaches_the_form() {
        twilio.account()
                .place(PhoneCall.to(ANA, VOICE)
                        .from("+15005550001")
                        .ringFor(Duration.ofSeconds(20))
                        .machineDetection(
                                MachineDetection.END_OF_GREETING, URI.create("https://hooks.example.com/machine"))
                        .recorded(URI.create("https://hooks.example.com/recording"))
                        .statusCallback(URI.create("https://hooks.example.com/status")));

        assertThat(twilio.sent().form())
                .containsOnly(
                        entry("To", List.of(ANA.value())),
                        entry("From", List.of("+15005550001")),
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
    void a_call_that_waits_for_the_machine_s_detection_asks_for_no_callback() {
        twilio.account().place(PhoneCall.to(ANA, VOICE).machineDetection(MachineDetection.EARLY));

        assertThat(twilio.sent().form())
                .containsEntry("MachineDetection", List.of("Enable"))
                .doesNotContainKeys("AsyncAmd", "AsyncAmdStatusCallback");
    }

    @Test
    void a_browser_is_called_by_its_identity() {
        twilio.account().place(PhoneCall.to(Address.of("client:ana"), VOICE));

        assertThat(twilio.sent().form()).containsEntry("To", List.of("client:ana"));
    }

    @Test
    void a_call_without_a_number_to_come_from_is_not_placed() {
        TwilioAccount account =
                twilio.with(LocalTwilio.settingsWithKey(LocalTwilio.KEY_SECRET)).open();

        assertThatThrownBy(() -> account.place(PhoneCall.to(ANA, VOICE)))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("TWILIO_PHONE_NUMBER");
        assertThat(twilio.requests()).isZero();
    }
}
