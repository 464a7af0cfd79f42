package dev.parlance.survey.question;

import dev.parlance.survey.reading.EmailReader;
import dev.parlance.survey.reading.Guess;

/** Asks for an email address; spoken as "ana at example dot com". */
public record EmailQuestion(Frame frame) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.named("email", (fields, frame) -> new EmailQuestion(frame))
            .sentences("invalid.email", "at", "dot");

    @Override
    public Question in(Frame newFrame) {
        return new EmailQuestion(newFrame);
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
    public Reading read(Input input, Hearing hearing) {
        Guess<String> address = InputText.of(input)
                .map(entered -> EmailReader.read(entered.text(), hearing.words(), entered.heard()))
                .orElseGet(Guess::none);
        return address.isNone() ? Reading.unclear("invalid.email") : InputText.toReading(address);
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
