package dev.parlance.survey.question;

import dev.parlance.survey.reading.EmailReader;
import dev.parlance.survey.reading.Guess;

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
        Guess<String> address = InputText.of(input)
                .map(entered -> EmailReader.read(entered.text(), context.words(), entered.heard()))
                .orElseGet(Guess::none);
        return address.isNone() ? Reading.unclear("invalid.email") : InputText.toReading(address);
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
