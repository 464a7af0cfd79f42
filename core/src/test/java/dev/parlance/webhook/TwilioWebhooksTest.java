package dev.parlance.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.webhook.IncomingMessage.Button;
import dev.parlance.webhook.IncomingMessage.Location;
import dev.parlance.webhook.IncomingMessage.Media;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioWebhooksTest {
    private static final String SM = "SM00000000000000000000000000000000";
    private static final String CA = "CA00000000000000000000000000000000";
    private static final String RE = "RE00000000000000000000000000000000";

    @Test
    void a_text_message_is_read() {
        IncomingMessage message = IncomingMessage.of(post(
                "MessageSid", SM, "From", "+15005550006", "To", "+15005550001", "Body", " hola ", "NumMedia", "0"));

        assertThat(message.sid()).isEqualTo(SM);
        assertThat(message.from()).isEqualTo(Address.of("+15005550006"));
        assertThat(message.to()).isEqualTo(Address.of("+15005550001"));
        assertThat(message.body()).isEqualTo(" hola ");
        assertThat(message.media()).isEmpty();
        assertThat(message.button()).isEmpty();
        assertThat(message.location()).isEmpty();
    }

    @Test
    void a_whatsapp_message_has_channel_media_button_and_location() {
        IncomingMessage message = IncomingMessage.of(post(
                "MessageSid",
                SM,
                "From",
                "whatsapp:+15005550006",
                "To",
                "whatsapp:+15005550001",
                "Body",
                "",
                "NumMedia",
                "2",
                "MediaUrl0",
                "https://api.example.com/0",
                "MediaContentType0",
                "image/jpeg",
                "MediaUrl1",
                "https://api.example.com/1",
                "MediaContentType1",
                "audio/ogg",
                "ButtonText",
                "Yes",
                "ButtonPayload",
                "confirm-17",
                "Latitude",
                "19.4326",
                "Longitude",
                "-99.1332",
                "Label",
                "Zócalo",
                "ProfileName",
                "Ana"));

        assertThat(message.from().channel()).isEqualTo("whatsapp");
        assertThat(message.media())
                .containsExactly(
                        new Media(URI.create("https://api.example.com/0"), "image/jpeg"),
                        new Media(URI.create("https://api.example.com/1"), "audio/ogg"));
        assertThat(message.button()).contains(new Button("Yes", "confirm-17"));
        assertThat(message.location())
                .contains(new Location(19.4326, -99.1332, Optional.of("Zócalo"), Optional.empty()));
        assertThat(message.parameters().first("ProfileName")).contains("Ana");
    }

    @Test
    void a_message_without_a_body_has_an_empty_one() {
        assertThat(IncomingMessage.of(post("MessageSid", SM, "From", "+15005550006", "To", "+15005550001"))
                        .body())
                .isEmpty();
    }

    @Test
    void an_inbound_call_is_read() {
        IncomingCall call = IncomingCall.of(post(
                "CallSid",
                CA,
                "From",
                "+15005550006",
                "To",
                "+15005550001",
                "CallStatus",
                "ringing",
                "Direction",
                "inbound",
                "ForwardedFrom",
                "+15005550002",
                "CallerCity",
                "SAN FRANCISCO"));

        assertThat(call.person()).isEqualTo(Address.of("+15005550006"));
        assertThat(call.state()).isEqualTo(CallState.RINGING);
        assertThat(call.forwardedFrom()).contains(Address.of("+15005550002"));
        assertThat(call.isOutbound()).isFalse();
        assertThat(call.parameters().first("CallerCity")).contains("SAN FRANCISCO");
    }

    @Test
    void the_person_of_an_outbound_call_is_the_called_party() {
        IncomingCall call = IncomingCall.of(post(
                "CallSid",
                CA,
                "From",
                "+15005550001",
                "To",
                "+15005550006",
                "CallStatus",
                "in-progress",
                "Direction",
                "outbound-api",
                "AnsweredBy",
                "machine_end_beep"));

        assertThat(call.person()).isEqualTo(Address.of("+15005550006"));
        assertThat(call.answeredBy()).contains(AnsweredBy.MACHINE_END_BEEP);
    }

    @Test
    void a_call_from_a_browser_has_no_called_party() {
        IncomingCall call = IncomingCall.of(post(
                "CallSid",
                CA,
                "From",
                "client:ana",
                "To",
                "",
                "CallStatus",
                "ringing",
                "Direction",
                "inbound",
                "phoneNumber",
                "+15005550006"));

        assertThat(call.to()).isEmpty();
        assertThat(call.person()).isEqualTo(Address.of("client:ana"));
    }

    @Test
    void the_keys_and_speech_of_a_gather_are_read() {
        assertThat(GatherResult.of(post("CallSid", CA, "Digits", "12")).digits())
                .contains("12");

        GatherResult speech = GatherResult.of(post("CallSid", CA, "SpeechResult", "cinco", "Confidence", "0.91"));
        assertThat(speech.speech()).contains("cinco");
        assertThat(speech.confidence()).hasValue(0.91);

        assertThat(GatherResult.of(post("CallSid", CA, "Digits", "")).isEmpty()).isTrue();
        assertThat(GatherResult.of(post("CallSid", CA, "Digits", "", "FinishedOnKey", "#"))
                        .finishedOnKey())
                .contains("#");
    }

    @Test
    void a_recording_is_read() {
        RecordingResult recording = RecordingResult.of(post(
                "CallSid",
                CA,
                "RecordingSid",
                RE,
                "RecordingUrl",
                "https://api.example.com/RE0",
                "RecordingDuration",
                "17",
                "Digits",
                "#"));

        assertThat(recording.sid()).contains(RE);
        assertThat(recording.url()).contains(URI.create("https://api.example.com/RE0"));
        assertThat(recording.duration()).isEqualTo(Duration.ofSeconds(17));
        assertThat(recording.digits()).contains("#");
    }

    @Test
    void a_silent_caller_leaves_no_recording() {
        RecordingResult recording = RecordingResult.of(post("CallSid", CA));

        assertThat(recording.sid()).isEmpty();
        assertThat(recording.duration()).isZero();
    }

    @Test
    void a_transcription_is_read() {
        Transcription transcription = Transcription.of(post(
                "CallSid",
                CA,
                "RecordingSid",
                RE,
                "TranscriptionStatus",
                "completed",
                "TranscriptionText",
                "It was very good."));

        assertThat(transcription.text()).contains("It was very good.");
        assertThat(Transcription.of(post("CallSid", CA, "RecordingSid", RE, "TranscriptionStatus", "failed"))
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "queued, false, false",
        "sent, false, false",
        "delivered, false, true",
        "undelivered, true, true",
        "failed, true, true",
        "read, false, true",
        "canceled, false, true"
    })
    void a_message_status_can_be_failed_and_final(String status, boolean failed, boolean isFinal) {
        MessageStatus message = MessageStatus.of(post("MessageSid", SM, "MessageStatus", status, "ErrorCode", "30003"));

        assertThat(message.state()).hasToString(status);
        assertThat(message.state().hasFailed()).isEqualTo(failed);
        assertThat(message.state().isFinal()).isEqualTo(isFinal);
        assertThat(message.errorCode()).hasValue(30003);
    }

    @Test
    void the_status_of_a_call_is_read() {
        CallStatus call = CallStatus.of(post(
                "CallSid",
                CA,
                "CallStatus",
                "completed",
                "CallDuration",
                "61",
                "SequenceNumber",
                "3",
                "AnsweredBy",
                "human"));

        assertThat(call.state()).isEqualTo(CallState.COMPLETED);
        assertThat(call.state().isFinal()).isTrue();
        assertThat(call.duration()).contains(Duration.ofSeconds(61));
        assertThat(call.sequence()).hasValue(3);
        assertThat(call.answeredBy()).contains(AnsweredBy.HUMAN);
        assertThat(CallStatus.of(post("CallSid", CA, "CallStatus", "ringing"))
                        .state()
                        .isFinal())
                .isFalse();
    }

    @Test
    void an_unknown_state_is_other() {
        assertThat(CallStatus.of(post("CallSid", CA, "CallStatus", "levitating"))
                        .state())
                .isEqualTo(CallState.OTHER);
        assertThat(MessageStatus.of(post("MessageSid", SM, "MessageStatus", "levitating"))
                        .state())
                .isEqualTo(MessageState.OTHER);
        assertThat(CallStatus.of(post("CallSid", CA, "CallStatus", "in-progress", "AnsweredBy", "a_parrot"))
                        .answeredBy())
                .contains(AnsweredBy.UNKNOWN);
    }

    @Test
    void a_get_webhook_is_read_from_its_query() {
        assertThat(GatherResult.of(WebhookRequest.get("https://hooks.example.com/voice?CallSid=" + CA + "&Digits=5"))
                        .digits())
                .contains("5");
    }

    @Test
    void a_missing_or_malformed_parameter_is_named() {
        assertRefused(IncomingMessage::of, "The parameter \"MessageSid\" is missing.", "Body", "hola");
        assertRefused(
                IncomingMessage::of, "The parameter \"From\" is missing.", "MessageSid", SM, "From", "", "To", "1");
        assertRefused(
                IncomingMessage::of,
                "The parameter \"NumMedia\" is not a whole number.",
                "MessageSid",
                SM,
                "From",
                "+15005550006",
                "To",
                "12345",
                "NumMedia",
                "-1");
        assertRefused(
                IncomingMessage::of,
                "The parameter \"NumMedia\" is more than 10.",
                "MessageSid",
                SM,
                "From",
                "+15005550006",
                "To",
                "12345",
                "NumMedia",
                "2147483647");
        assertRefused(
                IncomingMessage::of,
                "The parameter \"MediaUrl0\" is missing.",
                "MessageSid",
                SM,
                "From",
                "+15005550006",
                "To",
                "12345",
                "NumMedia",
                "1");
        assertRefused(
                IncomingCall::of,
                "The parameter \"From\" is not an address.",
                "CallSid",
                CA,
                "From",
                "+1500\n5550006",
                "To",
                "12345");
        assertRefused(
                GatherResult::of,
                "The parameter \"Confidence\" is not a number.",
                "CallSid",
                CA,
                "SpeechResult",
                "cinco",
                "Confidence",
                "NaN");
    }

    @Test
    void toString_contains_neither_numbers_nor_words() {
        assertThat(IncomingMessage.of(
                        post("MessageSid", SM, "From", "+5215512345678", "To", "+15005550001", "Body", "my secret")))
                .hasToString("IncomingMessage[" + SM + " from +521••••••5678 to +150••••0001, 9 characters, 0 media]");
        assertThat(GatherResult.of(post("CallSid", CA, "Digits", "4711")))
                .hasToString("GatherResult[" + CA + ", keys]");
    }

    private static WebhookRequest post(String... form) {
        return WebhookRequest.post("https://hooks.example.com/").withForm(form);
    }

    private static void assertRefused(Function<WebhookRequest, ?> reader, String message, String... form) {
        assertThatExceptionOfType(WebhookException.class)
                .isThrownBy(() -> reader.apply(post(form)))
                .withMessage(message)
                .matches(refusal -> refusal.status() == 400);
    }
}
