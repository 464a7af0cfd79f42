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

    /** A field of the person's contact, which all surveys of a store share; empty if it has no value, or it is not known here. */
    default Optional<Value> contactField(String field) {
        return Optional.empty();
    }

    /** Whether the person's contact is in a group. Default: false. */
    default boolean isInGroup(String group) {
        return false;
    }

    /**
     * The person's answer in another survey of the store: in the newest run that they have completed. Empty if they have not
     * completed it or not answered the question, or it is not known here.
     */
    default Optional<Value> answerIn(String survey, String question) {
        return Optional.empty();
    }

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
