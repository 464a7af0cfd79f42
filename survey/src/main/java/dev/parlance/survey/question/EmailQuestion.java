package dev.parlance.survey.question;

import dev.parlance.survey.words.EmailWords;
import dev.parlance.survey.words.Guess;
import java.util.Map;

/** A question for an e-mail address; spoken, "ana at example dot com". */
public record EmailQuestion(Frame frame) implements Question {
    @Override
    public Question in(Frame newFrame) {
        return new EmailQuestion(newFrame);
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
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
