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
    void a_message_over_twilios_limit_is_split_at_a_paragraph() {
        assertThat(TextMessages.of(List.of(paragraph("a".repeat(1_000)), paragraph("b".repeat(1_000)))))
                .containsExactly("a".repeat(1_000), "b".repeat(1_000));
    }

    @Test
    void an_empty_turn_has_no_message() {
        assertThat(TextMessages.of(List.of(paragraph(" ")))).isEmpty();
    }
}
