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
    void a_text_keeps_all_that_was_set() {
        TextMessage text = TextMessage.to(ANA, "Hola", List.of(CALLBACK))
                .from("+15005550001")
                .statusCallback(CALLBACK)
                .validity(Duration.ofMinutes(5));

        assertThat(text.to()).isEqualTo(ANA);
        assertThat(text.body()).isEqualTo("Hola");
        assertThat(text.media()).containsExactly(CALLBACK);
        assertThat(text.from()).contains("+15005550001");
        assertThat(text.statusCallback()).contains(CALLBACK);
        assertThat(text.validity()).contains(Duration.ofMinutes(5));
    }

    @Test
    void setting_something_leaves_the_first_text_as_it_was() {
        TextMessage text = TextMessage.to(ANA, "Hola");
        text.from("+15005550001");

        assertThat(text.from()).isEmpty();
    }

    @Test
    void a_text_with_nothing_to_say_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextMessage.to(ANA, " "))
                .withMessage("A text message needs a body or media");
        assertThat(TextMessage.to(ANA, "", List.of(CALLBACK)).body()).isEmpty();
    }

    @Test
    void a_call_keeps_all_that_was_set() {
        PhoneCall call = PhoneCall.to(ANA)
                .fetching(CALLBACK)
                .from("+15005550001")
                .ringFor(Duration.ofSeconds(20))
                .machineDetection(MachineDetection.END_OF_GREETING, CALLBACK)
                .recorded(CALLBACK)
                .statusCallback(CALLBACK);

        assertThat(call)
                .isEqualTo(new PhoneCall(
                        ANA,
                        new Fetched(CALLBACK),
                        call.from(),
                        call.ringFor(),
                        MachineDetection.END_OF_GREETING,
                        call.machineCallback(),
                        true,
                        call.recordingCallback(),
                        call.statusCallback()));
        assertThat(call.from()).contains("+15005550001");
        assertThat(call.ringFor()).contains(Duration.ofSeconds(20));
        assertThat(call.machineCallback()).contains(CALLBACK);
        assertThat(call.recordingCallback()).contains(CALLBACK);
        assertThat(call.statusCallback()).contains(CALLBACK);
    }

    @Test
    void a_call_by_itself_is_neither_recorded_nor_listened_to_for_machines() {
        PhoneCall call = PhoneCall.to(ANA).withTwiml("<Response/>");

        assertThat(call.instructions()).isEqualTo(new Given("<Response/>"));
        assertThat(call.recorded()).isFalse();
        assertThat(call.machineDetection()).isEqualTo(MachineDetection.OFF);
        assertThat(call.machineDetection(MachineDetection.EARLY).machineCallback())
                .isEmpty();
    }

    @Test
    void printed_they_tell_neither_numbers_nor_words() {
        assertThat(TextMessage.to(ANA, "my secret"))
                .hasToString("TextMessage[to=+521••••••5678, 9 characters, 0 media]");
        assertThat(PhoneCall.to(ANA)
                        .withTwiml("<Response><Say>my secret</Say></Response>")
                        .toString())
                .doesNotContain("secret", "5512345678");
    }

    @Test
    void only_a_request_without_an_answer_may_have_been_done() {
        for (Reason reason : Reason.values()) {
            assertThat(new OutboundException(reason, "told", null).mayHaveBeenDone())
                    .as("%s", reason)
                    .isEqualTo(reason == Reason.UNKNOWN);
        }
    }
}
