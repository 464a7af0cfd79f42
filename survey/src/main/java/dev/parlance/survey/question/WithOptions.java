package dev.parlance.survey.question;

import java.util.Optional;

/** A question whose options are named and numbered as those of a {@link ChoiceQuestion}, but chosen in another way. */
public interface WithOptions extends Question {
    /** The options, as a question that lets choose any number of them. */
    ChoiceQuestion choice();

    /** The options of a question, if it has any. */
    static Optional<ChoiceQuestion> of(Question question) {
        if (question instanceof ChoiceQuestion choice) {
            return Optional.of(choice);
        }
        return question instanceof WithOptions other ? Optional.of(other.choice()) : Optional.empty();
    }
}
