package dev.parlance.survey.question;

import dev.parlance.survey.reading.Dates;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.TimeMention;
import dev.parlance.survey.reading.TimeReader;
import dev.parlance.survey.words.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

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
        return AnswerType.open(Order.TIMES);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        Reading unclear = new Reading.Unclear(
                "invalid.time",
                Map.of("example", Dates.write(EXAMPLE, context.words().locale())));
        return InputText.of(input)
                .map(entered -> read(entered, context.words(), unclear))
                .orElse(unclear);
    }

    private static Reading read(InputText entered, Words words, Reading unclear) {
        Guess<LocalTime> exact = TimeReader.read(entered.text(), words).because("exactly a time");
        if (!exact.isNone()) {
            return entered.reading(exact, 1);
        }
        Guess<LocalTime> mentioned = entered.keyed() ? Guess.none() : TimeMention.read(entered.text(), words);
        return mentioned.isNone()
                ? unclear.explained(mentioned.why())
                : entered.reading(mentioned, InputText.AMONG_WORDS);
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
