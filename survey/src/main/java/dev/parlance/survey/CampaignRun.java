package dev.parlance.survey;

import dev.parlance.survey.SendingSlots.Slots;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Contacts the people of running campaigns, in rounds of one second's worth. Nodes don't know each other: each claims people by
 * compare-and-set, one after the other, and takes the times for them from {@link SendingSlots}.
 */
final class CampaignRun {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    /** Shorter than a claim in the session, so that another node finds that claim before the session gives it up. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofSeconds(1);
    private static final int MAX_PROBLEMS = 10;
    /** Several nodes choose from the same people; the more there are, the fewer claims collide. */
    private static final int CHOICE = 4;

    private static final int MAX_CHOICE = 1_000;
    /** Nothing was sent, so they don't use up the pace. */
    private static final Set<Outcome> SKIPPED = Set.of(
            Outcome.ALREADY_STARTED,
            Outcome.COMPLETED,
            Outcome.DECLINED,
            Outcome.CLOSED,
            Outcome.OPTED_OUT,
            Outcome.CONTACT_LIMIT,
            Outcome.IN_ANOTHER_SURVEY);

    private final CampaignStore campaigns;
    private final SendingSlots slots;
    private final DailyCounts daily;
    private final PassingTime time;
    private final Engine engine;
    private final Outreach outreach;
    private final Map<String, Integer> problems = new ConcurrentHashMap<>();

    CampaignRun(
            CampaignStore campaigns,
            SendingSlots slots,
            DailyCounts daily,
            PassingTime time,
            Engine engine,
            Outreach outreach) {
        this.campaigns = campaigns;
        this.slots = slots;
        this.daily = daily;
        this.time = time;
        this.engine = engine;
        this.outreach = outreach;
    }

    /** What a round has done, and how long to pause before the next one; empty if nobody is due. */
    private record Round(int tried, Optional<Duration> pause) {}

    /** What became of some people: how many were tried, and how many of them may have been sent something. */
    private record Contacts(int tried, int sent) {}

    int run(Duration atMost) {
        long end = time.endOf(atMost);
        int tried = 0;
        Round round;
        do {
            round = round(end);
            tried += round.tried();
            time.pass(shorter(time.until(end), round.pause().orElse(Duration.ZERO)));
        } while (round.pause().isPresent() && isGoingOn(end));
        return tried;
    }

    private boolean isGoingOn(long end) {
        return !time.until(end).isZero() && !Thread.currentThread().isInterrupted();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Round round(long end) {
        int tried = 0;
        List<Duration> waits = new ArrayList<>();
        for (CampaignDocument campaign : campaigns.due(engine.clock.instant())) {
            Round round = round(campaign, end);
            tried += round.tried();
            round.pause().ifPresent(waits::add);
        }
        return new Round(tried, waits.stream().min(Comparator.naturalOrder()));
    }

    private Round round(CampaignDocument campaign, long end) {
        Pace pace = campaign.pace();
        Instant now = engine.clock.instant();
        List<StoredRecipient> due =
                new ArrayList<>(campaigns.due(campaign.name(), now, Math.min(CHOICE * pace.batch(), MAX_CHOICE)));
        if (due.isEmpty()) {
            campaigns.rest(campaign);
            return new Round(0, Optional.empty());
        }
        Optional<Instant> nextDay = daily.reachedUntil(campaign.channel(), campaign.sender());
        if (nextDay.isPresent()) {
            campaigns.restUntil(campaign, nextDay.get());
            return new Round(0, Optional.empty());
        }
        Collections.shuffle(due);
        Duration ahead = shorter(time.until(end), AHEAD);
        Slots taken =
                slots.take(campaign.channel(), campaign.sender(), pace, Math.min(pace.batch(), due.size()), ahead);
        if (taken.count() == 0) {
            return new Round(0, Optional.of(Duration.between(now.plus(ahead), taken.first())));
        }
        DailyCounts.Share share = daily.take(campaign.channel(), campaign.sender(), taken.count());
        Contacts contacts = contact(campaign, due.iterator(), taken, share.people());
        daily.giveBack(share, share.people() - contacts.sent());
        return new Round(contacts.tried(), Optional.of(Duration.ZERO));
    }

    /** Contacts people at these times, up to a number. */
    private Contacts contact(CampaignDocument campaign, Iterator<StoredRecipient> people, Slots times, int atMost) {
        problems.computeIfPresent(campaign.name(), (name, count) -> count < MAX_PROBLEMS ? count : null);
        int tried = 0;
        int used = 0;
        int sent = 0;
        while (people.hasNext() && used < atMost && !isStopped(campaign)) {
            time.pass(Duration.between(engine.clock.instant(), times.time(used)));
            Optional<StartResult> result = contact(campaign, people.next());
            tried += result.isPresent() ? 1 : 0;
            used += result.filter(contact -> !SKIPPED.contains(contact.outcome()))
                            .isPresent()
                    ? 1
                    : 0;
            sent += result.filter(StartResult::mayBeSent).isPresent() ? 1 : 0;
        }
        return new Contacts(tried, sent);
    }

    private boolean isStopped(CampaignDocument campaign) {
        return Thread.currentThread().isInterrupted() || problems.getOrDefault(campaign.name(), 0) >= MAX_PROBLEMS;
    }

    /** Contacts a person, unless another node has claimed them. */
    private Optional<StartResult> contact(CampaignDocument campaign, StoredRecipient person) {
        StoredRecipient claimed = person.withWakeAt(engine.clock.instant().plus(CLAIM));
        if (!campaigns.save(claimed)) {
            return Optional.empty();
        }
        CampaignAttempt attempt = new CampaignAttempt(campaign.name(), campaign.hours());
        StartResult result = attempt(campaign, person, attempt);
        record(claimed.saved(), result);
        if (attempt.accountProblem().isPresent()) {
            countProblem(campaign, attempt.accountProblem().get());
        } else if (!SKIPPED.contains(result.outcome())) {
            problems.remove(campaign.name());
        }
        return Optional.of(result);
    }

    private StartResult attempt(CampaignDocument campaign, StoredRecipient person, CampaignAttempt attempt) {
        try {
            return outreach.startOnce(campaign.channel(), person.address(), person.invitation(), attempt);
        } catch (StoreException e) {
            throw e; // no result can be stored either; the claim runs out
        } catch (SurveyException e) {
            return notTried(attempt, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Could not contact a person of the campaign " + campaign.name(), e);
            return notTried(attempt, "An error; see the log.");
        }
    }

    private StartResult notTried(CampaignAttempt attempt, String reason) {
        attempt.accountProblem(reason);
        return StartResult.later(
                Outcome.DEFERRED, reason, engine.clock.instant().plus(AFTER_FAILURE));
    }

    private void record(StoredRecipient claimed, StartResult result) {
        Instant now = engine.clock.instant();
        if (!campaigns.save(claimed.with(result, now))) {
            // The claim has run out, and another node has looked after the person. This node knows better.
            Retry.untilSaved(() -> {
                Optional<StoredRecipient> current = campaigns.reload(claimed).filter(person -> !person.isStarted());
                return current.isEmpty() || campaigns.save(current.get().with(result, now))
                        ? Retry.done(true)
                        : Retry.again();
            });
        }
    }

    private void countProblem(CampaignDocument campaign, String reason) {
        int count = problems.merge(campaign.name(), 1, Integer::sum);
        if (count == MAX_PROBLEMS) {
            campaigns.pause(campaign, Optional.of(reason));
            LOG.log(
                    Level.ERROR,
                    "Paused the campaign {0}, because {1} people in a row could not be contacted: {2} Fix it, then start the campaign again.",
                    campaign.name(),
                    count,
                    reason);
        }
    }
}
