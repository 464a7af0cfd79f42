package dev.parlance.survey.question;

import java.util.Map;

/** Something that is said, after which the survey goes on without waiting. */
public record Statement(Frame frame) implements Question {
    @Override
    public Question in(Frame newFrame) {
        return new Statement(newFrame);
    }

    @Override
    public String kind() {
        return "statement";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public boolean hasAnswer() {
        return false;
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        return Reading.unclear("invalid.answer");
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
