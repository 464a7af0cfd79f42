package dev.parlance.survey.question;

/** A message without an answer; the survey continues at once. */
public record Statement(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("statement", (fields, settings) -> new Statement(settings));

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new Statement(newSettings);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.none();
    }

    @Override
    public Reading read(Input input, AskContext context) {
        return Reading.unclear("invalid.answer");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
