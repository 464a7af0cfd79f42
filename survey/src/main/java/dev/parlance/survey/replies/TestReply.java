package dev.parlance.survey.replies;

import dev.parlance.survey.machine.ReplyOutcome;
import dev.parlance.survey.question.Value;
import java.util.List;

/**
 * A reply to a question, and what a careful person reads in it.
 *
 * @param question the question's id
 * @param language the tag of the person's language
 * @param channel {@code text} or {@code voice}
 * @param reply what the person writes or says
 * @param expected the value as the results have it, several options joined by commas; several right readings separated by
 *     {@code |}; {@code ?} if the question must be asked again; or a command such as {@code STOP}
 */
public record TestReply(String question, String language, String channel, String reply, String expected) {
    private static final String UNCLEAR = "?";

    /** All right readings. */
    public List<String> readings() {
        return List.of(expected.split("\\|", -1));
    }

    /** Whether the reply has one meaning that any careful person would see. */
    public boolean isClear() {
        return !readings().contains(UNCLEAR);
    }

    /** Judges what a survey made of this reply. */
    public Verdict judge(ReplyOutcome outcome) {
        if (outcome instanceof ReplyOutcome.Again) {
            return Verdict.ASKED;
        }
        if (outcome instanceof ReplyOutcome.Confirm confirm) {
            return isRight(confirm.value()) ? Verdict.CONFIRMED : Verdict.ASKED;
        }
        if (outcome instanceof ReplyOutcome.Which which) {
            return which.values().stream().anyMatch(this::isRight) ? Verdict.CONFIRMED : Verdict.ASKED;
        }
        boolean isRight = outcome instanceof ReplyOutcome.Read read
                ? isRight(read.value())
                : readings().contains(outcome.toString());
        return isRight ? Verdict.READ : Verdict.MISREAD;
    }

    private boolean isRight(Value value) {
        return readings().contains(String.join(",", value.parts()));
    }

    /** How good an outcome is. */
    public enum Verdict {
        /** Read as a careful person reads it. */
        READ,
        /** The right reading was said back, or was among those that the person can choose from. */
        CONFIRMED,
        /** The question was asked again, or something else was said back for confirmation. */
        ASKED,
        /** Taken for something that it does not say. */
        MISREAD
    }
}
