package dev.parlance.survey.question;

import java.util.Optional;

/**
 * A jump to another question, or to an end, after a question.
 *
 * @param when the condition under which the jump is taken
 * @param to the id of a question or a group, {@link #END}, {@link #SCREEN_OUT} or {@link #REFUSE}, or an agent: {@code
 *     agent:nurse}
 */
public record Jump(Condition when, String to) {
    /** Completes the survey. */
    public static final String END = "end";
    /** Screens the respondent out. */
    public static final String SCREEN_OUT = "screenOut";
    /** Records that the respondent declines to take part. */
    public static final String REFUSE = "refuse";

    private static final String AGENT = "agent:";

    /** The name of the agent that takes over. */
    public Optional<String> agent() {
        return agentIn(to);
    }

    /** The name of the agent that a target such as {@code agent:nurse} goes to. */
    public static Optional<String> agentIn(String to) {
        return to.startsWith(AGENT) ? Optional.of(to.substring(AGENT.length())) : Optional.empty();
    }

    /** Whether the jump ends the survey. */
    public boolean isEnd() {
        return isEnd(to);
    }

    /** Whether a target is an end instead of a question. */
    public static boolean isEnd(String to) {
        return to.equals(END) || to.equals(SCREEN_OUT) || to.equals(REFUSE);
    }
}
