package dev.parlance.survey;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The campaigns of a survey. They are in the store: every node sees the same, and a restart loses nothing. Thread-safe.
 *
 * <pre>{@code
 * Campaign spring = surveys.campaigns().create("spring-2026", Channel.TEXT, Pace.perSecond(10));
 * RecipientReport report = spring.add(RecipientsCsv.file(Path.of("people.csv")));
 * report.problems().forEach(System.err::println); // people.csv:3: number must start with + and the country code …
 * spring.start();
 * }</pre>
 *
 * <p>People are contacted by {@link #task}, from any scheduler on each node:
 *
 * <pre>{@code
 * scheduler.scheduleWithFixedDelay(surveys.campaigns().task(), 1, 1, TimeUnit.SECONDS);
 * }</pre>
 */
public final class Campaigns {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    private static final Duration TASK_TIME = Duration.ofSeconds(5);

    private final CampaignStore campaigns;
    private final CampaignRun run;
    private final WaveCampaigns waves;
    private final CampaignDefaults defaults;

    Campaigns(Engine engine, Outreach outreach, DailyCounts daily, SurveysBuilder settings) {
        SendingSlots slots = new SendingSlots(settings.store, engine.clock);
        this.campaigns = new CampaignStore(settings.store, engine, daily);
        this.run = new CampaignRun(campaigns, slots, daily, settings.passingTime(), engine, outreach);
        this.defaults = settings.campaignDefaults;
        this.waves = new WaveCampaigns(campaigns, engine, defaults);
    }

    WaveCampaigns waves() {
        return waves;
    }

    /**
     * Creates a campaign with the usual pace of its channel: ten texts or one call a second, unless {@link
     * SurveysBuilder#campaignPace} sets another one. See {@link #create(String, String, Pace)}.
     */
    public Campaign create(String name, String channel) {
        return create(name, channel, defaults.pace(channel));
    }

    /**
     * Creates a campaign without people. Add them, then {@link Campaign#start} it.
     *
     * @param name 1 to 64 letters, digits, dots, hyphens and underscores
     * @param channel the name of the channel on which people are contacted
     * @throws dev.parlance.survey.definition.SurveyException if there is such a campaign already, no such channel, or the name is
     *     invalid
     */
    public Campaign create(String name, String channel, Pace pace) {
        return create(name, channel, pace, defaults.hours(channel));
    }

    /**
     * Creates a campaign without people that contacts each person in these hours, and outside the survey's quiet hours. See {@link
     * #create(String, String, Pace)}.
     */
    public Campaign create(String name, String channel, Pace pace, ContactHours hours) {
        return campaigns.create(name, channel, pace, hours);
    }

    /** The campaign with this name. */
    public Optional<Campaign> find(String name) {
        return campaigns.find(name);
    }

    /** All campaigns, the newest first. */
    public List<Campaign> list() {
        return campaigns.list();
    }

    /**
     * Contacts people of running campaigns, at their pace, in the calling thread. Returns early if nobody is due. Any number of
     * threads and nodes can run at the same time; they share the work. An interrupt ends it early.
     *
     * @param atMost how long to go on, in real time or as {@link SurveysBuilder#campaignPauses} sets
     * @return the number of people who were tried
     */
    public int run(Duration atMost) {
        return run.run(atMost);
    }

    /**
     * {@link #run} for five seconds, as a task for a scheduler. It logs failures and throws nothing, because a scheduler stops
     * calling a task that throws.
     */
    public Runnable task() {
        return () -> {
            try {
                run(TASK_TIME);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "Could not contact the people of campaigns; trying again at the next run", e);
            }
        };
    }
}
