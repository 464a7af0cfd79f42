package dev.parlance.survey.question;

/**
 * Where to go on after a question.
 *
 * @param when whether to go there
 * @param to the id of a question, or {@link #END}, {@link #SCREEN_OUT} or {@link #REFUSE}
 */
public record Jump(Condition when, String to) {
    /** The survey is done. */
    public static final String END = "end";
    /** The person is not among those who are to be asked. */
    public static final String SCREEN_OUT = "screenOut";
    /** The person does not want to take part. */
    public static final String REFUSE = "refuse";

    /** Whether it ends the survey, in one way or another. */
    public boolean isEnd() {
        return isEnd(to);
    }

    /** Whether a word names an end, and no question. */
    public static boolean isEnd(String to) {
        return to.equals(END) || to.equals(SCREEN_OUT) || to.equals(REFUSE);
    }
}
