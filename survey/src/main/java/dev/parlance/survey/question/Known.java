package dev.parlance.survey.question;

import java.util.Optional;

/** What is known of a person when a condition is looked at. */
public interface Known {
    /** The answer to a question, if it was answered and not skipped. */
    Optional<Value> answer(String question);

    /** A variable that was given at the start. */
    Optional<String> variable(String name);

    /** The tag of the language that is spoken. */
    String language();

    /** The name of the channel. */
    String channel();
}
