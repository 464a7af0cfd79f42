package dev.parlance.survey;

import dev.parlance.prompt.SmsText;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.Utterance;
import java.util.List;

/**
 * The text messages of a turn, for applications that call the machine directly.
 *
 * <pre>{@code
 * List<String> messages = TextMessages.of(survey, turn);
 * }</pre>
 */
public final class TextMessages {
    private TextMessages() {}

    /** Usually one message; several if it exceeds Twilio's limit; none if there is nothing to say. */
    public static List<String> of(Survey survey, Turn.Done turn) {
        return of(Phrases.written(survey, turn).all());
    }

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
