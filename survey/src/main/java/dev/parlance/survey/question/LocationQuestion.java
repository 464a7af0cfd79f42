package dev.parlance.survey.question;

/** Asks for a location. Skipped on channels that can't share one, unlike WhatsApp. */
public record LocationQuestion(Frame frame) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.named(
                    "location", (fields, frame) -> new LocationQuestion(frame))
            .sentences("invalid.location");

    @Override
    public Question in(Frame newFrame) {
        return new LocationQuestion(newFrame);
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
    public boolean canBeAsked(Abilities channel) {
        return channel.takesLocation();
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
