package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.machine.Utterance.Joint;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMessagesTest {
    private static Utterance paragraph(String text) {
        return new Utterance(text, "en", Joint.PARAGRAPH, 0);
    }

    @Test
    void what_is_longer_than_twilio_takes_is_cut_at_a_paragraph() {
        assertThat(TextMessages.of(List.of(paragraph("a".repeat(1_000)), paragraph("b".repeat(1_000)))))
                .containsExactly("a".repeat(1_000), "b".repeat(1_000));
    }

    @Test
    void nothing_said_is_no_message() {
        assertThat(TextMessages.of(List.of(paragraph(" ")))).isEmpty();
    }
}
