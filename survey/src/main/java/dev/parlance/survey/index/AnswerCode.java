package dev.parlance.survey.index;

/** What the main column of an answer can have. */
public final class AnswerCode {
    /** The question has no answer, and was not skipped. */
    public static final int NONE = 0;
    /** Skipped by the person. */
    public static final int SKIPPED = 1;
    /** Skipped after the last attempt. */
    public static final int NOT_UNDERSTOOD = 2;
    /** Not answered in time. */
    public static final int TIMED_OUT = 3;
    /** A refusal that is not one of the question's options. */
    public static final int REFUSED = 4;
    /** An answer whose value is not kept, or is in the columns of its parts. */
    public static final int ANSWERED = 5;
    /** The first value of the question's dictionary. */
    public static final int FIRST_VALUE = 6;

    private AnswerCode() {}
}
