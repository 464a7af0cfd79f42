package dev.parlance.survey.question;

/** Asks for a picture or another file. Skipped on channels that can't send one, such as calls. */
public record MediaQuestion(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("media", (fields, settings) -> new MediaQuestion(settings))
            .sentences("invalid.media");

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new MediaQuestion(newSettings);
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
    public Reading read(Input input, AskContext context) {
        return input instanceof Input.Text text && !text.media().isEmpty()
                ? Reading.of(new Value(text.media()))
                : Reading.unclear("invalid.media");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
