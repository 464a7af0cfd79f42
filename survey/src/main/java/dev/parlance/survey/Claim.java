package dev.parlance.survey;

import dev.parlance.survey.machine.Session;
import java.util.Arrays;
import java.util.Optional;

/** What we are about to do with a person, or were when the process ended. */
enum Claim {
    /** A text is being sent. */
    TEXT("text"),
    /** A call was placed, and its end was not heard of. */
    CALL("call"),
    /** A text is to be sent at a later time. */
    LATER_TEXT("later:text"),
    /** A call is to be placed at a later time. */
    LATER_CALL("later:call");

    private final String word;

    Claim(String word) {
        this.word = word;
    }

    /** The word for it in the session. */
    String word() {
        return word;
    }

    boolean isOf(Session session) {
        return session.contact().claim().equals(Optional.of(word));
    }

    static Optional<Claim> in(Session session) {
        return Arrays.stream(values()).filter(claim -> claim.isOf(session)).findFirst();
    }
}
