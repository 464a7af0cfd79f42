package dev.parlance.survey.results;

import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.util.Optional;

/** Makes cells. */
final class Cells {
    private Cells() {}

    /** A text; an empty one makes an empty cell. */
    static Cell text(String text) {
        return text.isEmpty() ? new Cell.Empty() : new Cell.Text(text);
    }

    /** A time, if there is one. */
    static Cell time(Optional<Instant> time) {
        return time.<Cell>map(Cell.Time::new).orElseGet(Cell.Empty::new);
    }

    /** A number if the text is one, otherwise the text. */
    static Cell numberOr(String text) {
        return Value.of(text).number().<Cell>map(Cell.Decimal::new).orElseGet(() -> text(text));
    }
}
