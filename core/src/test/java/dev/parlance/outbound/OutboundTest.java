package dev.parlance.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.PhoneCall.Fetched;
import dev.parlance.outbound.PhoneCall.Given;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private static final Address ANA = Address.of("+5215512345678");
    private static final URI CALLBACK = URI.create("https://hooks.example.com/status");

    @Test
    void a_text_keeps_all_settings() {
        TextMessage text = TextMessage.to(ANA, "Hola", List.of(CALLBACK))
                .withFrom("+15005550001")
                .withStatusCallback(CALLBACK)
                .withValidity(Duration.ofMinutes(5));

        assertThat(text.to()).isEqualTo(ANA);
        assertThat(text.body()).isEqualTo("Hola");
        assertThat(text.media()).containsExactly(CALLBACK);
        assertThat(text.from()).contains("+15005550001");
        assertThat(text.statusCallback()).contains(CALLBACK);
        assertThat(text.validity()).contains(Duration.ofMinutes(5));
    }

    @Test
    void a_setter_does_not_change_the_original_text() {
        TextMessage text = TextMessage.to(ANA, "Hola");
        text.withFrom("+15005550001");

        assertThat(text.from()).isEmpty();
    }

    @Test
    void a_text_without_body_and_media_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextMessage.to(ANA, " "))
                .withMessage("A text message needs a body, media or content");
        assertThat(TextMessage.to(ANA, "", List.of(CALLBACK)).body()).isEmpty();
    }

    @Test
    void a_call_keeps_all_settings() {
        PhoneCall call = PhoneCall.to(ANA)
                .withTwimlFrom(CALLBACK)
                .withFrom(ANA)
                .withRingTimeout(Duration.ofSeconds(20))
                .withMachineDetection(MachineDetection.END_OF_GREETING, CALLBACK)
                .withRecording(CALLBACK)
                .withStatusCallback(CALLBACK);

        assertThat(call.to()).isEqualTo(ANA);
        assertThat(call.instructions()).isEqualTo(new Fetched(CALLBACK));
        assertThat(call.machineDetection()).isEqualTo(MachineDetection.END_OF_GREETING);
        assertThat(call.from()).contains(ANA);
        assertThat(call.ringTimeout()).contains(Duration.ofSeconds(20));
        assertThat(call.machineCallback()).contains(CALLBACK);
        assertThat(call.recordingCallback()).contains(CALLBACK);
        assertThat(call.statusCallback()).contains(CALLBACK);
    }

    @Test
    void calls_and_texts_with_the_same_settings_are_equal() {
        PhoneCall call = PhoneCall.to(ANA).withTwiml("<Response/>");
        TextMessage text = TextMessage.to(ANA, "Hola");

        assertThat(call.withRecording(CALLBACK))
                .isEqualTo(call.withRecording(CALLBACK))
                .hasSameHashCodeAs(call.withRecording(CALLBACK))
                .isNotEqualTo(call);
        assertThat(text.withStatusCallback(CALLBACK))
                .isEqualTo(text.withStatusCallback(CALLBACK))
                .hasSameHashCodeAs(text.withStatusCallback(CALLBACK))
                .isNotEqualTo(text);
    }

    @Test
    void a_message_to_a_conversation_keeps_all_settings() {
        ConversationMessage message =
                ConversationMessage.to("CH1", "Hola").withAuthor("assistant").withMedia("ME1");

        assertThat(message.conversation()).isEqualTo("CH1");
        assertThat(message.body()).isEqualTo("Hola");
        assertThat(message.author()).contains("assistant");
        assertThat(message.media()).contains("ME1");
        assertThat(message)
                .isEqualTo(
                        ConversationMessage.to("CH1", "Hola").withMedia("ME1").withAuthor("assistant"))
                .hasToString("ConversationMessage[CH1, 4 characters, ME1]");
    }

    @Test
    void a_call_is_not_recorded_and_detects_no_machines_by_default() {
        PhoneCall call = PhoneCall.to(ANA).withTwiml("<Response/>");

        assertThat(call.instructions()).isEqualTo(new Given("<Response/>"));
        assertThat(call.recordingCallback()).isEmpty();
        assertThat(call.machineDetection()).isEqualTo(MachineDetection.OFF);
        assertThat(call.withMachineDetection(MachineDetection.EARLY).machineCallback())
                .isEmpty();
    }

    @Test
    void toString_contains_neither_numbers_nor_words() {
        assertThat(TextMessage.to(ANA, "my secret"))
                .hasToString("TextMessage[to=+521••••••5678, 9 characters, 0 media]");
        assertThat(PhoneCall.to(ANA)
                        .withTwiml("<Response><Say>my secret</Say></Response>")
                        .toString())
                .doesNotContain("secret", "5512345678");
    }

    @Test
    void only_an_unknown_outcome_may_have_been_done() {
        for (Reason reason : Reason.values()) {
            assertThat(new OutboundException(reason, "test", null).isOutcomeUnknown())
                    .as("%s", reason)
                    .isEqualTo(reason == Reason.UNKNOWN);
        }
    }
}
