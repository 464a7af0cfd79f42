package dev.parlance.survey.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The replies of a session that the survey did not understand, in order. Only the last one can be waiting for a yes or no.
 * Immutable.
 *
 * @param replies the replies
 */
public record MissedReplyLog(List<MissedReply> replies) {
    /** A log without replies. */
    public static final MissedReplyLog EMPTY = new MissedReplyLog(List.of());

    /** More would add little, and make the document larger. */
    private static final int MAX_REPLIES = 20;

    /** Copies the list. */
    public MissedReplyLog {
        replies = List.copyOf(replies);
    }

    /** Adds a reply. One that waits for a yes or no is dropped: nobody knows whether it was understood. */
    public MissedReplyLog with(MissedReply reply) {
        List<MissedReply> settled = accepted().replies;
        return settled.size() < MAX_REPLIES ? new MissedReplyLog(plus(settled, reply)) : new MissedReplyLog(settled);
    }

    /** The person has accepted what the survey understood. */
    public MissedReplyLog accepted() {
        return isWaiting() ? new MissedReplyLog(allButLast()) : this;
    }

    /** The person has refused what the survey understood. */
    public MissedReplyLog refused() {
        return isWaiting() ? new MissedReplyLog(plus(allButLast(), last().refused())) : this;
    }

    private boolean isWaiting() {
        return !replies.isEmpty() && !last().isMissed();
    }

    private MissedReply last() {
        return replies.get(replies.size() - 1);
    }

    private List<MissedReply> allButLast() {
        return replies.subList(0, replies.size() - 1);
    }

    private static List<MissedReply> plus(List<MissedReply> some, MissedReply one) {
        List<MissedReply> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
