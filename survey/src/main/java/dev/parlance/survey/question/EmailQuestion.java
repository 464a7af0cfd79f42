package dev.parlance.survey.question;

import dev.parlance.survey.reading.EmailReader;
import dev.parlance.survey.reading.Guess;
import java.util.Optional;

/** Asks for an email address; spoken as "ana at example dot com". */
public record EmailQuestion(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("email", (fields, settings) -> new EmailQuestion(settings))
            .sentences("invalid.email", "at", "dot");

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new EmailQuestion(newSettings);
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
    public Reading read(Input input, AskContext context) {
        return InputText.of(input)
                .flatMap(entered -> read(entered, context))
                .orElseGet(() -> Reading.unclear("invalid.email"));
    }

    private static Optional<Reading> read(InputText entered, AskContext context) {
        Guess<String> address = EmailReader.read(entered.text(), context.words(), entered.heard());
        return address.isNone() ? Optional.empty() : Optional.of(entered.reading(address, 1));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
