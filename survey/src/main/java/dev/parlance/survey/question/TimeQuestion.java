package dev.parlance.survey.question;

import dev.parlance.survey.reading.Dates;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.TimeMention;
import dev.parlance.survey.reading.TimeReader;
import dev.parlance.survey.words.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for a time of day; on a keypad, four digits. */
public record TimeQuestion(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("time", (fields, settings) -> new TimeQuestion(settings))
            .sentences("invalid.time");

    private static final LocalTime EXAMPLE = LocalTime.of(14, 30);

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new TimeQuestion(newSettings);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open();
    }

    @Override
    public Reading read(Input input, AskContext context) {
        return InputText.of(input)
                .flatMap(entered -> read(entered, context.words()))
                .orElseGet(() -> new Reading.Unclear(
                        "invalid.time",
                        Map.of("example", Dates.write(EXAMPLE, context.words().locale()))));
    }

    private static Optional<Reading> read(InputText entered, Words words) {
        Guess<LocalTime> exact = TimeReader.read(entered.text(), words);
        if (!exact.isNone()) {
            return Optional.of(InputText.toReading(exact));
        }
        Guess<LocalTime> mentioned = entered.keyed() ? Guess.none() : TimeMention.read(entered.text(), words);
        return mentioned.isNone() ? Optional.empty() : Optional.of(InputText.toReadingAmongWords(mentioned));
    }

    @Override
    public String display(Value value, Words words) {
        return Dates.write(LocalTime.parse(value.text()), words.locale());
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(4, List.of());
    }
}
