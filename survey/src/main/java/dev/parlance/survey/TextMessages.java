package dev.parlance.survey;

import dev.parlance.prompt.SmsText;
import dev.parlance.survey.machine.Utterance;
import java.util.List;

/** Joins sentences to text messages. */
final class TextMessages {
    private TextMessages() {}

    static List<String> of(List<Utterance> utterances) {
        StringBuilder text = new StringBuilder();
        for (Utterance utterance : utterances) {
            if (!utterance.text().isBlank()) {
                text.append(text.isEmpty() ? "" : utterance.joint().text()).append(utterance.text());
            }
        }
        if (text.isEmpty()) {
            return List.of();
        }
        return text.length() <= SmsText.MAX_LENGTH
                ? List.of(text.toString())
                : SmsText.split(text.toString(), SmsText.MAX_LENGTH);
    }
}
