package dev.parlance.survey;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of contacting a person, and why nothing was sent.
 *
 * <pre>{@code
 * StartResult result = surveys.start(Channel.TEXT, person, Invitation.plain());
 * result.outcome(); // DEFERRED
 * result.reason();  // "It is a quiet hour for this person."
 * result.until();   // 2026-05-14T15:00:00Z
 * }</pre>
 *
 * @param outcome what happened
 * @param reason a sentence that says why nothing was sent; empty if it was sent
 * @param until when the person can be contacted, if something stands in the way until then
 */
public record StartResult(Outcome outcome, String reason, Optional<Instant> until) {
    static final StartResult STARTED = of(Outcome.STARTED);
    static final StartResult ALREADY_STARTED = of(Outcome.ALREADY_STARTED);
    static final StartResult OPTED_OUT = of(Outcome.OPTED_OUT);
    static final StartResult UNKNOWN = of(Outcome.UNKNOWN);

    /** What happened. */
    public enum Outcome {
        /** The text was sent or the call was placed. */
        STARTED(""),
        /**
         * The person is being texted or called right now, was contacted before (campaigns only), or another occasion has taken the
         * place of this one; nothing was sent.
         */
        ALREADY_STARTED("This person is being contacted right now, or was contacted for a later occasion."),
        /** The person has completed the survey, which can't be repeated; nothing was sent. */
        COMPLETED("This person has completed the survey."),
        /** The person declined or was screened out; nothing was sent. */
        DECLINED("This person declined the survey or was screened out."),
        /** Answers to the survey are of no use any more; nothing was sent. */
        CLOSED("The survey has ended."),
        /** The person has opted out; nothing was sent. */
        OPTED_OUT("This person has opted out."),
        /** The person has reached today's limit of contacts; nothing was sent. */
        CONTACT_LIMIT("This person has reached today's limit of contacts."),
        /** The person is in the middle of another survey on the same number; nothing was sent. */
        IN_ANOTHER_SURVEY("This person is in the middle of another survey."),
        /** Nothing was sent yet: it is a quiet hour, or the carrier did not accept it. It is tried again. */
        DEFERRED("It is sent later."),
        /** The person can't be reached at this address. */
        UNREACHABLE("This number can't be reached."),
        /** The carrier's answer did not say whether it was sent. Nothing more is sent until the next reminder. */
        UNKNOWN("The carrier did not confirm whether it was sent.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    static StartResult of(Outcome outcome) {
        return because(outcome, outcome.sentence);
    }

    static StartResult because(Outcome outcome, String reason) {
        return new StartResult(outcome, reason, Optional.empty());
    }

    static StartResult later(Outcome outcome, String reason, Instant until) {
        return new StartResult(outcome, reason, Optional.of(until));
    }

    boolean isStarted() {
        return outcome == Outcome.STARTED;
    }

    boolean mayBeSent() {
        return outcome == Outcome.STARTED || outcome == Outcome.UNKNOWN;
    }
}
