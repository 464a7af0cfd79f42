package dev.parlance.survey.question;

/** A question for a place. It is asked where a place can be shared, as on WhatsApp, and left out elsewhere. */
public record LocationQuestion(Frame frame) implements Question {
    /** How {@code survey.json} has it. */
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
