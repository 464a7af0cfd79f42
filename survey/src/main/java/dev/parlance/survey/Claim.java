package dev.parlance.survey;

import dev.parlance.survey.machine.Session;
import java.util.Optional;

/**
 * What we are about to do with a person, or were when the process ended.
 *
 * @param isPutOff whether it is to be done at a later time
 * @param channel the name of the channel by which the person is contacted
 */
record Claim(boolean isPutOff, String channel) {
    private static final String LATER = "later:";
    /** The word for the voice channel in sessions of earlier versions. */
    private static final String CALL = "call";

    static Claim now(String channel) {
        return new Claim(false, channel);
    }

    static Claim later(String channel) {
        return new Claim(true, channel);
    }

    /** The word for it in the session. */
    String word() {
        return (isPutOff ? LATER : "") + channel;
    }

    boolean isOf(Session session) {
        return in(session).equals(Optional.of(this));
    }

    static Optional<Claim> in(Session session) {
        return session.contact().claim().map(Claim::read);
    }

    private static Claim read(String word) {
        boolean isPutOff = word.startsWith(LATER);
        String channel = isPutOff ? word.substring(LATER.length()) : word;
        return new Claim(isPutOff, channel.equals(CALL) ? Channel.VOICE : channel);
    }
}
