package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.Problem;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stored list of people to contact, with the result for each. A campaign does for each person what {@link Surveys#start} does,
 * once, and skips people who have been contacted for this survey before.
 *
 * <p>This object describes the campaign when it was loaded. {@link #progress} and the methods that change it always use the
 * store, so any node can call them. Thread-safe.
 */
public final class Campaign {
    private static final String LIST = "recipients";

    private final CampaignStore campaigns;
    private final CampaignDocument stored;

    Campaign(CampaignStore campaigns, CampaignDocument stored) {
        this.campaigns = campaigns;
        this.stored = stored;
    }

    /** A person to contact. */
    public record Recipient(Address address, Invitation invitation) {}

    /**
     * What became of a person so far.
     *
     * @param result the result of the last attempt; empty before the first one. {@code DEFERRED}, {@code CONTACT_LIMIT} and
     *     {@code IN_ANOTHER_SURVEY} are tried again at {@link StartResult#until}
     * @param at when that was
     */
    public record RecipientResult(Address address, Optional<StartResult> result, Optional<Instant> at) {}

    /** The states of a campaign. */
    public enum State {
        /** Not started yet: people can be added, nobody is contacted. */
        DRAFT,
        /** People are being contacted. */
        RUNNING,
        /** Nobody is contacted until it is started again. */
        PAUSED,
        /** Stopped for good. */
        STOPPED,
        /** Everybody has a result. More people can be added. */
        FINISHED
    }

    /** The name. */
    public String name() {
        return stored.name();
    }

    /** The channel on which people are contacted. */
    public String channel() {
        return stored.channel();
    }

    /** The pace. */
    public Pace pace() {
        return stored.pace();
    }

    /** The hours in which people are contacted. */
    public ContactHours hours() {
        return stored.hours();
    }

    /** The state. */
    public State state() {
        return stored.state();
    }

    /** Why the campaign has paused by itself. */
    public Optional<String> pauseReason() {
        return stored.pauseReason();
    }

    /** When it was created. */
    public Instant created() {
        return stored.created();
    }

    /** The problems of the last people who were added, up to 100. */
    public List<Problem> problems() {
        return stored.problems();
    }

    /**
     * Adds the people of a file. Lines with a problem are left out and reported; look at the report before you {@link #start}. If
     * the process ends in the middle, add the file again: people who are in the campaign already are not added twice.
     *
     * @throws dev.parlance.survey.definition.SurveyException if the file can't be read, or the campaign was stopped
     */
    public RecipientReport add(RecipientsCsv file) {
        return campaigns.add(stored, file::read);
    }

    /**
     * Adds people. Those with a problem are left out and reported, with their position as the line.
     *
     * @throws dev.parlance.survey.definition.SurveyException if the campaign was stopped
     */
    public RecipientReport add(Iterable<Recipient> people) {
        return campaigns.add(stored, (check, receiver) -> {
            int position = 0;
            for (Recipient person : people) {
                position++;
                List<Problem> problems = check.problems(LIST, position, person);
                if (problems.isEmpty()) {
                    receiver.add(LIST, position, person);
                } else {
                    receiver.reject(problems);
                }
            }
        });
    }

    /**
     * Starts contacting people, or continues after a pause.
     *
     * @throws dev.parlance.survey.definition.SurveyException if the campaign was stopped
     */
    public Campaign start() {
        return campaigns.start(stored);
    }

    /**
     * Stops contacting people until the next {@link #start}, within about a second on all nodes. Reminders, and repeated calls to
     * people who did not pick up, go on. No effect if it is not running.
     */
    public Campaign pause() {
        return campaigns.pause(stored);
    }

    /** Stops for good, within about a second on all nodes. */
    public Campaign stop() {
        return campaigns.stop(stored);
    }

    /** The progress now. Fast in stores that keep sums; others read all people. */
    public CampaignProgress progress() {
        return campaigns.progress(stored.name());
    }

    /** Passes all people to the action, in little memory and in no particular order. */
    public void forEach(Consumer<RecipientResult> action) {
        campaigns.forEach(stored.name(), person -> action.accept(person.status()));
    }

    /** Writes all people as CSV: number, result, reason, the time of the last attempt, and until when they are put off. */
    public void csv(OutputStream out) {
        new CampaignCsv(this).write(out);
    }

    /** The name, the channel and the state. */
    @Override
    public String toString() {
        return "Campaign[" + name() + ", " + channel() + ", " + state() + "]";
    }
}
