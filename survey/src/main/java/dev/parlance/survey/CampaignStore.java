package dev.parlance.survey;

import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.Timing;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The campaigns of one survey, in the store: a document for each campaign, and one for each of its people. */
final class CampaignStore {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int PAGE = 500;
    /** Longer than anybody can be put off. */
    private static final Duration FAR = Duration.ofDays(400);

    private final DocumentStore store;
    private final Engine engine;
    private final DailyCounts daily;
    private final String shelf;

    CampaignStore(DocumentStore store, Engine engine, DailyCounts daily) {
        this.store = store;
        this.engine = engine;
        this.daily = daily;
        this.shelf = shelf(engine.revisions.current().name());
    }

    /** The store's collection for a survey's campaigns. */
    static String shelf(String survey) {
        return "campaign:" + survey;
    }

    private String recipients(String campaign) {
        return "recipient:" + engine.revisions.current().name() + ":" + campaign;
    }

    Campaign create(String name, String channel, Pace pace, ContactHours hours) {
        if (!NAME.matcher(name).matches()) {
            throw new SurveyException("The name of a campaign must have 1 to 64 letters, digits, dots, hyphens or"
                    + " underscores, like spring-2026");
        }
        engine.channels.named(channel);
        Instant now = engine.clock.instant();
        Timing timing = engine.revisions.current().timing();
        if (!new ContactTimes(hours, timing, List.of(ZoneOffset.UTC)).isPossible(now)) {
            throw new SurveyException(
                    "The hours of the campaign \"" + name + "\" are all within the quiet hours of the survey");
        }
        CampaignDocument created = CampaignDocument.create(new Key(shelf, name), channel, pace, hours, now);
        if (!store.save(created.document())) {
            throw new SurveyException("There is a campaign with the name \"" + name + "\" already");
        }
        return campaign(created);
    }

    private Campaign campaign(CampaignDocument stored) {
        return new Campaign(this, stored);
    }

    Optional<Campaign> find(String name) {
        return NAME.matcher(name).matches()
                ? store.load(new Key(shelf, name)).map(CampaignDocument::of).map(this::campaign)
                : Optional.empty();
    }

    List<Campaign> list() {
        List<Campaign> all = new ArrayList<>();
        pages(shelf, document -> all.add(campaign(CampaignDocument.of(document))));
        all.sort(Comparator.comparing(Campaign::created).reversed());
        return List.copyOf(all);
    }

    /** The campaigns with something to do. */
    List<CampaignDocument> due(Instant now) {
        return store.due(shelf, now, PAGE).stream().map(CampaignDocument::of).toList();
    }

    /** People to contact now. */
    List<StoredRecipient> due(String campaign, Instant now, int limit) {
        return store.due(recipients(campaign), now, limit).stream()
                .map(StoredRecipient::of)
                .toList();
    }

    /**
     * Adds a person to a campaign and starts it, unless it was paused or stopped. Creates a missing campaign. Has no
     * effect on a person who is in it already.
     */
    void addAndStart(String name, String channel, Pace pace, ContactHours hours, Campaign.Recipient person) {
        Instant now = engine.clock.instant();
        store.save(
                StoredRecipient.create(recipients(name), person, name, 1, now).document());
        Key key = new Key(shelf, name);
        Retry.untilSaved(() -> {
            CampaignDocument campaign = store.load(key)
                    .map(CampaignDocument::of)
                    .orElseGet(() -> CampaignDocument.create(key, channel, pace, hours, now)
                            .ended(Campaign.State.FINISHED));
            return campaign.state() != Campaign.State.FINISHED
                            || store.save(campaign.running(now).document())
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    Optional<StoredRecipient> reload(StoredRecipient person) {
        return store.load(person.document().key()).map(StoredRecipient::of);
    }

    boolean save(StoredRecipient person) {
        return store.save(person.document());
    }

    /** Saves people; returns those who were not saved. */
    List<StoredRecipient> saveAll(List<StoredRecipient> people) {
        return store.saveAll(people.stream().map(StoredRecipient::document).toList()).stream()
                .map(StoredRecipient::of)
                .toList();
    }

    Campaign start(CampaignDocument campaign) {
        return change(campaign, current -> notStopped(current).running(engine.clock.instant()));
    }

    Campaign pause(CampaignDocument campaign) {
        return pause(campaign, Optional.empty());
    }

    Campaign pause(CampaignDocument campaign, Optional<String> reason) {
        return change(
                campaign, current -> current.state() == Campaign.State.RUNNING ? current.paused(reason) : current);
    }

    Campaign stop(CampaignDocument campaign) {
        return change(campaign, current -> current.ended(Campaign.State.STOPPED));
    }

    private Campaign change(CampaignDocument campaign, UnaryOperator<CampaignDocument> change) {
        return campaign(Retry.untilSaved(() -> {
            CampaignDocument current = store.load(campaign.document().key())
                    .map(CampaignDocument::of)
                    .orElseThrow(() -> new SurveyException("There is no campaign \"" + campaign.name() + "\""));
            CampaignDocument changed = change.apply(current);
            return changed.equals(current) || store.save(changed.document()) ? Retry.done(changed) : Retry.again();
        }));
    }

    /** Lets a campaign sleep until somebody is due, or ends it if everybody has a result. */
    void rest(CampaignDocument campaign) {
        Instant now = engine.clock.instant();
        Instant soon = now.plus(Duration.ofMinutes(1));
        Optional<Instant> next = nextDue(campaign.name(), now);
        boolean isFinished = next.isEmpty() && progress(campaign.name()).remaining() == 0;
        CampaignDocument resting = isFinished
                ? campaign.ended(Campaign.State.FINISHED)
                : campaign.withWakeAt(next.filter(soon::isAfter).orElse(soon));
        // If another node has changed the campaign, that node's change stands.
        store.save(resting.document());
    }

    /** Lets a campaign sleep until this time, but not so long that nodes with other limits notice it late. */
    void restUntil(CampaignDocument campaign, Instant time) {
        Instant soon = engine.clock.instant().plus(Duration.ofMinutes(1));
        store.save(campaign.withWakeAt(time.isBefore(soon) ? time : soon).document());
    }

    private Optional<Instant> nextDue(String campaign, Instant now) {
        return store.due(recipients(campaign), now.plus(FAR), 1).stream()
                .flatMap(document -> document.wakeAt().stream())
                .findFirst();
    }

    RecipientReport add(CampaignDocument campaign, RecipientSource source) {
        change(campaign, current -> notStopped(current).withProblems(List.of()));
        RecipientImport people = new RecipientImport(this, recipients(campaign.name()), engine.clock.instant());
        source.read(check(campaign), people);
        RecipientReport report = people.report();
        change(campaign, current -> {
            CampaignDocument changed = current.withProblems(report.problems());
            boolean hasWork = current.state() == Campaign.State.RUNNING || current.state() == Campaign.State.FINISHED;
            return hasWork ? changed.running(engine.clock.instant()) : changed;
        });
        return report;
    }

    private RecipientCheck check(CampaignDocument campaign) {
        return new RecipientCheck(
                engine.revisions.current(), campaign.channel(), campaign.hours(), engine.clock.instant());
    }

    private static CampaignDocument notStopped(CampaignDocument campaign) {
        if (campaign.state() == Campaign.State.STOPPED) {
            throw new SurveyException("The campaign \"" + campaign.name()
                    + "\" was stopped. Create another one for people who were not contacted.");
        }
        return campaign;
    }

    CampaignProgress progress(String campaign) {
        Tally sum = sum(campaign);
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            long count = sum.amount(outcome.name());
            if (count > 0) {
                counts.put(outcome, count);
            }
        }
        CampaignProgress progress =
                new CampaignProgress(sum.amount(StoredRecipient.WAITING), counts, Optional.empty(), Optional.empty());
        Optional<CampaignDocument> running = store.load(new Key(shelf, campaign))
                .map(CampaignDocument::of)
                .filter(loaded -> loaded.state() == Campaign.State.RUNNING && progress.remaining() > 0);
        return new CampaignProgress(
                progress.waiting(),
                counts,
                running.map(loaded -> end(loaded, progress.remaining())),
                running.flatMap(loaded -> daily.reachedUntil(loaded.channel(), loaded.sender())));
    }

    private Tally sum(String campaign) {
        return store.tallies().map(tallies -> tallies.sum(recipients(campaign))).orElseGet(() -> count(campaign));
    }

    private Tally count(String campaign) {
        Tally.Builder sum = new Tally.Builder();
        forEach(campaign, person -> sum.add(person.counted(), 1));
        return sum.build();
    }

    /** The time of the next person, plus the time that all others need; not before the daily limits allow it. */
    private Instant end(CampaignDocument running, long remaining) {
        Instant now = engine.clock.instant();
        Instant byPace = nextDue(running.name(), now)
                .filter(now::isBefore)
                .orElse(now)
                .plus(running.pace().interval().multipliedBy(remaining));
        Instant byLimits = daily.earliest(running.channel(), running.sender(), remaining);
        return byPace.isAfter(byLimits) ? byPace : byLimits;
    }

    void forEach(String campaign, Consumer<StoredRecipient> action) {
        pages(recipients(campaign), document -> action.accept(StoredRecipient.of(document)));
    }

    private void pages(String pagedShelf, Consumer<Document> action) {
        String last = "";
        List<Document> page;
        do {
            page = store.page(pagedShelf, last, PAGE);
            for (Document document : page) {
                action.accept(document);
                last = document.key().id();
            }
        } while (page.size() == PAGE);
    }
}
