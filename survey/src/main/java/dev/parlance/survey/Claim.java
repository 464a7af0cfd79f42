package dev.parlance.survey;

import dev.parlance.survey.state.SessionState;
import java.util.Optional;

/**
 * A contact that is about to be made, or was when the process ended.
 *
 * @param isPostponed whether to make it at a later time
 * @param channel the channel's name
 */
record Claim(boolean isPostponed, String channel) {
    private static final String LATER = "later:";
    /** The voice channel's name in sessions of earlier versions. */
    private static final String FORMER_VOICE = "call";

    static Claim now(String channel) {
        return new Claim(false, channel);
    }

    static Claim later(String channel) {
        return new Claim(true, channel);
    }

    /** The claim as stored in the session. */
    String encoded() {
        return (isPostponed ? LATER : "") + channel;
    }

    boolean isOf(SessionState session) {
        return in(session).equals(Optional.of(this));
    }

    static Optional<Claim> in(SessionState session) {
        return session.contact().claim().map(Claim::read);
    }

    private static Claim read(String word) {
        boolean isPostponed = word.startsWith(LATER);
        String channel = isPostponed ? word.substring(LATER.length()) : word;
        return new Claim(isPostponed, channel.equals(FORMER_VOICE) ? Channel.VOICE : channel);
    }
}
