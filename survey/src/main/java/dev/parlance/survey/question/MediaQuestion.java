package dev.parlance.survey.question;

import java.util.Map;

/** A question for a picture or another file. It is asked by message, and left out of calls. */
public record MediaQuestion(Frame frame) implements Question {
    @Override
    public Question in(Frame newFrame) {
        return new MediaQuestion(newFrame);
    }

    @Override
    public String kind() {
        return "media";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public boolean canBeAsked(Channel channel, boolean plainPhone) {
        return channel == Channel.TEXT;
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        return input instanceof Input.Text text && !text.media().isEmpty()
                ? Reading.of(new Value(text.media()))
                : Reading.unclear("invalid.media");
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
