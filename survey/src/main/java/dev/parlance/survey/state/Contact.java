package dev.parlance.survey.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The attempts to reach a person. The methods return copies.
 *
 * @param reminders reminders sent since the last answer
 * @param calls unanswered calls
 * @param claim the contact about to be made, {@code text} or {@code later:voice}; still present after a crash in the middle
 * @param call the SID of the current call
 * @param failures how many times in a row the carrier did not accept the text or call
 * @param campaign the campaign that last contacted the person
 * @param wakeAt when the next reminder, expiry or publication is due
 */
public record Contact(
        int reminders,
        int calls,
        Optional<String> claim,
        Optional<String> call,
        int failures,
        Optional<String> campaign,
        Optional<Instant> wakeAt) {
    static final Contact NONE =
            new Contact(0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());

    /** Sets the time to wake. */
    public Contact withWakeAt(Instant time) {
        return new Contact(reminders, calls, claim, call, failures, campaign, Optional.of(time));
    }

    /** Removes the time to wake. */
    public Contact withoutWakeAt() {
        return new Contact(reminders, calls, claim, call, failures, campaign, Optional.empty());
    }

    /** Sets the claim. */
    public Contact withClaim(String newClaim) {
        return new Contact(reminders, calls, Optional.of(newClaim), call, failures, campaign, wakeAt);
    }

    /** Removes the claim. */
    public Contact withoutClaim() {
        return new Contact(reminders, calls, Optional.empty(), call, failures, campaign, wakeAt);
    }

    /** Sets the current call. */
    public Contact withCall(String sid) {
        return new Contact(reminders, calls, claim, Optional.of(sid), failures, campaign, wakeAt);
    }

    /** Removes the current call. */
    public Contact withoutCall() {
        return new Contact(reminders, calls, claim, Optional.empty(), failures, campaign, wakeAt);
    }

    /** Sets the number of reminders. */
    public Contact withReminders(int count) {
        return new Contact(count, calls, claim, call, failures, campaign, wakeAt);
    }

    /** Sets the number of unanswered calls. */
    public Contact withCalls(int count) {
        return new Contact(reminders, count, claim, call, failures, campaign, wakeAt);
    }

    /** Sets the number of failures in a row. */
    public Contact withFailures(int count) {
        return new Contact(reminders, calls, claim, call, count, campaign, wakeAt);
    }

    /** Sets the campaign. */
    public Contact withCampaign(String name) {
        return new Contact(reminders, calls, claim, call, failures, Optional.of(name), wakeAt);
    }
}
