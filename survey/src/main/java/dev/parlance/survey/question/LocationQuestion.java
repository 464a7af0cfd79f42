package dev.parlance.survey.question;

/** Asks for a location. Skipped on channels that can't share one, unlike WhatsApp. */
public record LocationQuestion(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of(
                    "location", (fields, settings) -> new LocationQuestion(settings))
            .sentences("invalid.location");

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new LocationQuestion(newSettings);
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
    public Reading read(Input input, AskContext context) {
        return input instanceof Input.Text text && text.coordinates().isPresent()
                ? Reading.of(text.coordinates().get().written())
                : Reading.unclear("invalid.location");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
