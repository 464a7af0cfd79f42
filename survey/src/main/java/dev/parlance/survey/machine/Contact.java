package dev.parlance.survey.machine;

import java.time.Instant;
import java.util.Optional;

/**
 * How we have tried to reach a person.
 *
 * @param reminders how many reminders were sent since the last answer
 * @param calls how many calls were placed that nobody answered
 * @param claim what we are about to do, as {@code text} or {@code call}; there while we do it, and after a crash in the middle
 * @param call the SID of the call that is going on
 * @param failures how many times in a row the text or the call could not be handed to the carrier
 * @param wakeAt when there is something to be done: a reminder, an end, an event to publish
 */
public record Contact(
        int reminders,
        int calls,
        Optional<String> claim,
        Optional<String> call,
        int failures,
        Optional<Instant> wakeAt) {
    static final Contact NONE = new Contact(0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty());

    /** The same, to be looked at then. */
    public Contact wakingAt(Instant time) {
        return new Contact(reminders, calls, claim, call, failures, Optional.of(time));
    }

    /** The same, with nothing to be done. */
    public Contact asleep() {
        return new Contact(reminders, calls, claim, call, failures, Optional.empty());
    }

    /** The same, about to do this. */
    public Contact claiming(String deed) {
        return new Contact(reminders, calls, Optional.of(deed), call, failures, wakeAt);
    }

    /** The same, about to do nothing. */
    public Contact unclaimed() {
        return new Contact(reminders, calls, Optional.empty(), call, failures, wakeAt);
    }

    /** The same, in the call with this SID. */
    public Contact inCall(String sid) {
        return new Contact(reminders, calls, claim, Optional.of(sid), failures, wakeAt);
    }

    /** The same, in no call. */
    public Contact hungUp() {
        return new Contact(reminders, calls, claim, Optional.empty(), failures, wakeAt);
    }

    /** The same, after so many reminders. */
    public Contact reminders(int count) {
        return new Contact(count, calls, claim, call, failures, wakeAt);
    }

    /** The same, after so many calls that nobody answered. */
    public Contact calls(int count) {
        return new Contact(reminders, count, claim, call, failures, wakeAt);
    }

    /** The same, after so many failures in a row. */
    public Contact failures(int count) {
        return new Contact(reminders, calls, claim, call, count, wakeAt);
    }
}
