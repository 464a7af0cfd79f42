package dev.parlance.survey.question;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

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

    /** The time of day in the person's time zone; empty where it is not known. */
    default Optional<LocalTime> timeOfDay() {
        return Optional.empty();
    }

    /**
     * A random number that is the same each time for this person, this survey and this purpose. Default: 0.
     *
     * @param purpose what it is drawn for, such as the name of a question
     */
    default long draw(String purpose) {
        return 0;
    }

    /** The values of a question's options that this person doesn't get, whatever their conditions. Default: none. */
    default Set<String> hiddenOptions(String question) {
        return Set.of();
    }

    /** The tag of the language of the conversation. */
    String language();

    /** The name of the conversation's channel. */
    String channel();
}
