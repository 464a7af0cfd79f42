package dev.parlance.survey.question;

import java.util.Map;

/** A question for a place. It is asked where a place can be shared, as on WhatsApp, and left out elsewhere. */
public record LocationQuestion(Frame frame) implements Question {
    @Override
    public Question in(Frame newFrame) {
        return new LocationQuestion(newFrame);
    }

    @Override
    public String kind() {
        return "location";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public boolean canBeAsked(Channel channel, boolean plainPhone) {
        return channel == Channel.TEXT && !plainPhone;
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        return input instanceof Input.Text text && text.place().isPresent()
                ? Reading.of(text.place().get().written())
                : Reading.unclear("invalid.location");
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
