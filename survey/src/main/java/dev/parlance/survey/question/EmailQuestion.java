package dev.parlance.survey.question;

import dev.parlance.survey.reading.EmailWords;
import dev.parlance.survey.reading.Guess;

/** A question for an e-mail address; spoken, "ana at example dot com". */
public record EmailQuestion(Frame frame) implements Question {
    /** How {@code survey.json} has it. */
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
        Guess<String> address = Said.in(input)
                .map(said -> EmailWords.read(said.text(), hearing.words(), said.heard()))
                .orElseGet(Guess::none);
        return address.isNone() ? Reading.unclear("invalid.email") : Said.meaning(address);
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.speech();
    }
}
