package dev.parlance.survey.question;

import dev.parlance.survey.words.Dates;
import dev.parlance.survey.words.Guess;
import dev.parlance.survey.words.TimeReader;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** A question for a time of day; on a keypad, four keys. */
public record TimeQuestion(Frame frame) implements Question {
    private static final LocalTime EXAMPLE = LocalTime.of(14, 30);

    @Override
    public Question in(Frame newFrame) {
        return new TimeQuestion(newFrame);
    }

    @Override
    public String kind() {
        return "time";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        Guess<LocalTime> time = Said.in(input)
                .map(said -> TimeReader.read(said.text(), hearing.words()))
                .orElseGet(Guess::none);
        return time.isNone()
                ? new Reading.Unclear(
                        "invalid.time",
                        Map.of("example", Dates.write(EXAMPLE, hearing.words().locale())))
                : Said.meaning(time);
    }

    @Override
    public String shown(Value value, Hearing hearing) {
        return Dates.write(LocalTime.parse(value.text()), hearing.words().locale());
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.keysOrSpeech(4, List.of());
    }
}
