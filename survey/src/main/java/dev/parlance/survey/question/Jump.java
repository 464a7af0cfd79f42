package dev.parlance.survey.question;

/**
 * A jump to another question, or to an end, after a question.
 *
 * @param when the condition under which the jump is taken
 * @param to the id of a question or a group, or {@link #END}, {@link #SCREEN_OUT} or {@link #REFUSE}
 */
public record Jump(Condition when, String to) {
    /** Completes the survey. */
    public static final String END = "end";
    /** Screens the respondent out. */
    public static final String SCREEN_OUT = "screenOut";
    /** Records that the respondent declines to take part. */
    public static final String REFUSE = "refuse";

    /** Whether the jump ends the survey. */
    public boolean isEnd() {
        return isEnd(to);
    }

    /** Whether a target is an end instead of a question. */
    public static boolean isEnd(String to) {
        return to.equals(END) || to.equals(SCREEN_OUT) || to.equals(REFUSE);
    }
}
