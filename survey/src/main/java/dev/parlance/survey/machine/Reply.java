package dev.parlance.survey.machine;

import dev.parlance.prompt.SmsText;
import dev.parlance.survey.question.Listening;
import java.util.List;
import java.util.Optional;

/**
 * What the survey says in a turn, and what it does then. How this becomes a text or a call's document is the channels'
 * business.
 *
 * @param said what is said first
 * @param asked the question, which a caller may interrupt
 * @param listening how a call listens for the answer
 * @param then what comes after
 * @param to the phone number or the URL, where it hands over
 */
public record Reply(List<Line> said, List<Line> asked, Optional<Listening> listening, Then then, String to) {
    /** What comes after what is said. */
    public enum Then {
        /** It waits for the person. */
        WAIT,
        /** It is over. */
        END,
        /** Somebody else takes over. */
        HAND_OVER
    }

    /** Nothing. */
    public static final Reply NOTHING = new Reply(List.of(), List.of(), Optional.empty(), Then.END, "");

    /** Keeps the lists as they are now. */
    public Reply {
        said = List.copyOf(said);
        asked = List.copyOf(asked);
    }

    /** What is said, as text messages: one, unless it is longer than Twilio takes. */
    public List<String> messages() {
        if (isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder();
        for (List<Line> lines : List.of(said, asked)) {
            for (Line line : lines) {
                if (!line.text().isBlank()) {
                    text.append(text.isEmpty() ? "" : line.joint().text()).append(line.text());
                }
            }
        }
        if (text.isEmpty()) {
            return List.of();
        }
        return text.length() <= SmsText.LONGEST
                ? List.of(text.toString())
                : SmsText.split(text.toString(), SmsText.LONGEST);
    }

    /** Whether another application takes over, at a URL; a phone number it is otherwise, if anybody does. */
    public boolean handsOverToUrl() {
        return then == Then.HAND_OVER && to.contains("://");
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return said.isEmpty() && asked.isEmpty();
    }
}
