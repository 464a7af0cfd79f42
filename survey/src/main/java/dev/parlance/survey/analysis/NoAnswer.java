package dev.parlance.survey.analysis;

/** Why somebody has no answer to a question. */
public enum NoAnswer {
    /** The person answered that they can't or don't want to answer, such as "don't know". */
    REFUSED,
    /** The person skipped the question. */
    SKIPPED,
    /** The survey did not understand the replies and went on after the last attempt. */
    NOT_UNDERSTOOD,
    /** The time for the answer was over. */
    TIMED_OUT,
    /** The person left the survey at this question. */
    LEFT,
    /** The question is open: the person can still answer. */
    WAITING,
    /** The person has not got to the question, or left before it. */
    NOT_REACHED,
    /** The survey passed over the question, because of a condition, a jump or the channel. */
    NOT_ASKED,
    /** The person got a version of the survey without the question. */
    OTHER_VERSION;

    /** Whether the question was asked. */
    public boolean isAsked() {
        return switch (this) {
            case REFUSED, SKIPPED, NOT_UNDERSTOOD, TIMED_OUT, LEFT, WAITING -> true;
            case NOT_REACHED, NOT_ASKED, OTHER_VERSION -> false;
        };
    }
}
