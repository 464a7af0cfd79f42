package dev.parlance.survey.question;

import java.time.LocalDate;
import java.util.Optional;

/** The data that conditions are evaluated against. */
public interface ConditionContext {
    /** The answer to a question; empty if it was skipped or not asked. */
    Optional<Value> answer(String question);

    /** A variable that was set at the start. */
    Optional<String> variable(String name);

    /** The day in the person's time zone; empty where it is not known. */
    default Optional<LocalDate> today() {
        return Optional.empty();
    }

    /** The tag of the language of the conversation. */
    String language();

    /** The name of the conversation's channel. */
    String channel();
}
