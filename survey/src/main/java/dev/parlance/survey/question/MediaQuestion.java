package dev.parlance.survey.question;

/** Asks for a picture or another file. Skipped on channels that can't send one, such as calls. */
public record MediaQuestion(Frame frame) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.named("media", (fields, frame) -> new MediaQuestion(frame))
            .sentences("invalid.media");

    @Override
    public Question in(Frame newFrame) {
        return new MediaQuestion(newFrame);
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
        return channel.takesMedia();
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
