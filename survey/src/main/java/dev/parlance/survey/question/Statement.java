package dev.parlance.survey.question;

/** A message without an answer; the survey continues at once. */
public record Statement(Frame frame) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.named("statement", (fields, frame) -> new Statement(frame));

    @Override
    public Question in(Frame newFrame) {
        return new Statement(newFrame);
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
    public Reading read(Input input, Hearing hearing) {
        return Reading.unclear("invalid.answer");
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
