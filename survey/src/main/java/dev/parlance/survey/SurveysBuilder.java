package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import dev.parlance.prompt.MediaFile;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Surveys}. With the defaults, it handles texts and calls and keeps sessions in memory, with a warning in the log. */
public final class SurveysBuilder {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private static final Supplier<Optional<URI>> NOT_SERVED = Optional::empty;

    final Survey survey;
    final List<EventSink> sinks = new ArrayList<>();
    final List<Channel> channels = new ArrayList<>();
    DocumentStore store = DocumentStore.inMemory();
    private boolean isStoreChosen;
    Clock clock = Clock.systemUTC();
    Executor executor = isFrozenAfterReply() ? Runnable::run : new ListenerThreads();
    Executor requestExecutor = isFrozenAfterReply() ? SurveysBuilder::refuse : new ListenerThreads();
    EarlierResults earlier = person -> Optional.empty();
    final Map<String, RequestFunction> functions = new HashMap<>();
    Requests requests = Requests.NONE;
    int maxContactsPerDay = 3;
    int maxExpired = 100;
    CampaignDefaults campaignDefaults = CampaignDefaults.NONE;
    DailyLimits dailyLimits = DailyLimits.in(ZoneOffset.UTC);
    private Optional<Consumer<Duration>> campaignPauses = Optional.empty();
    boolean migrates;

    private Predicate<Address> pictures = SurveysBuilder::canGetPictures;

    @Nullable
    TextSender texts;

    private Optional<Supplier<URI>> textUrl = Optional.empty();

    @Nullable
    CallPlacer calls;

    @Nullable
    Supplier<URI> voiceUrl;

    Supplier<Optional<URI>> mediaUrl = NOT_SERVED;

    private @Nullable URI fixedVoiceUrl;

    SurveysBuilder(Survey survey) {
        this.survey = survey;
    }

    /** Sets the store for sessions. Default: in memory, with a warning in the log. */
    public SurveysBuilder store(DocumentStore newStore) {
        this.store = Objects.requireNonNull(newStore, "The store is null. To keep sessions in memory, call inMemory()");
        this.isStoreChosen = true;
        return this;
    }

    /** Keeps sessions in memory, for tests and trials. They are lost when the application ends. */
    public SurveysBuilder inMemory() {
        return store(DocumentStore.inMemory());
    }

    /** Sets the results of an earlier application: a person who completed the survey there isn't asked again. */
    public SurveysBuilder earlierResults(EarlierResults results) {
        this.earlier = results;
        return this;
    }

    /** Sets the sender for invitations and reminders by text. */
    public SurveysBuilder textSender(TextSender sender) {
        this.texts = sender;
        return this;
    }

    /**
     * Sets the sender for invitations and reminders by text, and has the status of all texts reported: each is a {@link
     * SurveyEvent.Type#MESSAGE_STATUS}, and what did not arrive is in the session and the results. Twilio calls the webhook two or
     * three times for each text.
     *
     * @param textWebhook the public URL of {@link Surveys#textWebhook}, without a query
     */
    public SurveysBuilder textSender(TextSender sender, URI textWebhook) {
        URI checked = checkedUrl("text", textWebhook);
        return textSender(sender, () -> checked);
    }

    /**
     * Sets the sender for texts, and has their status reported to a URL that is known only at run time, such as that of a tunnel.
     *
     * @param textWebhook supplies the public URL of {@link Surveys#textWebhook}, without a query, for each text
     */
    public SurveysBuilder textSender(TextSender sender, Supplier<URI> textWebhook) {
        this.textUrl = Optional.of(() -> checkedUrl("text", textWebhook.get()));
        return textSender(sender);
    }

    /**
     * Sets how calls are placed. A webhook that Twilio can't reach, such as one on {@code localhost}, is a warning in the log.
     *
     * @param voiceWebhook the public URL of {@link Surveys#voiceWebhook}, without a query
     */
    public SurveysBuilder callPlacer(CallPlacer placer, URI voiceWebhook) {
        URI checked = checkedUrl("voice", voiceWebhook);
        callPlacer(placer, () -> checked);
        this.fixedVoiceUrl = checked;
        return this;
    }

    /**
     * Sets how calls are placed, with a URL that is known only at run time, such as that of a tunnel.
     *
     * @param voiceWebhook supplies the public URL of {@link Surveys#voiceWebhook}, without a query, for each call
     */
    public SurveysBuilder callPlacer(CallPlacer placer, Supplier<URI> voiceWebhook) {
        this.calls = placer;
        this.voiceUrl = () -> checkedUrl("voice", voiceWebhook.get());
        this.fixedVoiceUrl = null;
        return this;
    }

    static URI checkedUrl(String channel, URI webhook) {
        if (!webhook.isAbsolute() || webhook.getRawQuery() != null) {
            throw new SurveyException("The " + channel
                    + " webhook must be an absolute URL without a query, like https://hooks.example.com/" + channel);
        }
        return webhook;
    }

    /**
     * Sets the URL of the recordings and pictures that are files of the survey. Needed only by a survey that has some.
     *
     * @param url the public URL at which {@link Surveys#mediaHandler} answers, such as {@code https://hooks.example.com/media}
     */
    public SurveysBuilder mediaUrl(URI url) {
        return mediaUrl(() -> url);
    }

    /** Sets the URL of recordings and pictures that is known only at run time, such as that of a tunnel. */
    public SurveysBuilder mediaUrl(Supplier<URI> url) {
        this.mediaUrl = () -> Optional.of(url.get());
        return this;
    }

    /** Sets what the requests of the survey can reach. Default: nothing. */
    public SurveysBuilder requests(Requests newRequests) {
        this.requests = newRequests;
        return this;
    }

    /** Adds a function that the survey calls by this name. */
    public SurveysBuilder function(String name, RequestFunction function) {
        functions.put(name, function);
        return this;
    }

    /** Adds a channel to the built-in text and voice channels. */
    public SurveysBuilder channel(Channel channel) {
        channels.add(channel);
        return this;
    }

    /**
     * Sets who can get the pictures of prompts by text. Others get the words only. Default: numbers that start with +1, by MMS, and
     * messengers such as WhatsApp.
     */
    public SurveysBuilder pictures(Predicate<Address> recipients) {
        this.pictures = recipients;
        return this;
    }

    private static boolean canGetPictures(Address person) {
        return !person.isPhone() || person.id().startsWith("+1");
    }

    List<Channel> allChannels() {
        List<Channel> all = new ArrayList<>();
        all.add(new TextChannel(Optional.ofNullable(texts), pictures, textUrl, MessageLimits.TEXT));
        all.add(new VoiceChannel(calls, voiceUrl));
        all.addAll(channels);
        return all;
    }

    /**
     * Adds a listener for one event type. Delivered at least once, in order per session; retried on failure.
     *
     * <p>Without listeners, events are dropped: give every node of an application the same listeners.
     */
    public SurveysBuilder on(SurveyEvent.Type type, Consumer<SurveyEvent> listener) {
        return eventSink(new ListenerSink(event -> event.type() == type, listener));
    }

    /** Adds a listener for all events. */
    public SurveysBuilder onAnyEvent(Consumer<SurveyEvent> listener) {
        return eventSink(new ListenerSink(any -> true, listener));
    }

    /** Adds a sink that receives events in batches, for example a queue or a bus. */
    public SurveysBuilder eventSink(EventSink sink) {
        sinks.add(sink);
        return this;
    }

    /**
     * Sets the executor for listeners and sinks, and for requests that nobody waits for. Default: up to four threads of {@link Surveys}, after the reply; on AWS Lambda, which
     * stops all threads with the reply, the thread that handles the webhook, before it replies. There, {@link Surveys#runDue} makes the
     * requests.
     *
     * <p>{@code listenerExecutor(Runnable::run)} runs listeners before the reply everywhere. Use it in tests that check what a
     * listener did. Events that the executor rejects are delivered by {@link Surveys#runDue}. Your executor is not closed.
     */
    public SurveysBuilder listenerExecutor(Executor newExecutor) {
        this.executor = newExecutor;
        this.requestExecutor = newExecutor;
        return this;
    }

    private static void refuse(Runnable task) {
        throw new RejectedExecutionException("This platform stops all threads with the reply");
    }

    private static boolean isFrozenAfterReply() {
        return System.getenv("AWS_LAMBDA_FUNCTION_NAME") != null;
    }

    /** Sets the clock. Default: the system's. */
    public SurveysBuilder clock(Clock newClock) {
        this.clock = newClock;
        return this;
    }

    /** Maximum contacts per person per day, over all surveys of the store. Default: 3. */
    public SurveysBuilder maxContactsPerDay(int times) {
        this.maxContactsPerDay = times;
        return this;
    }

    /** Limits how many people are contacted per day. Give every node of an application the same limits. Default: none. */
    public SurveysBuilder dailyLimits(DailyLimits limits) {
        this.dailyLimits = limits;
        return this;
    }

    /**
     * Sets the pace of campaigns that are created without one, by the name of their channel. Default: ten texts or one call a
     * second.
     */
    public SurveysBuilder campaignPace(String channel, Pace pace) {
        this.campaignDefaults = campaignDefaults.withPace(channel, pace);
        return this;
    }

    /** Sets the hours of campaigns that are created without their own, by the name of their channel. Default: always. */
    public SurveysBuilder campaignHours(String channel, ContactHours hours) {
        this.campaignDefaults = campaignDefaults.withHours(channel, hours);
        return this;
    }

    /**
     * Sets how campaigns wait for the next person: {@code pause} must move the {@linkplain #clock clock}, by which the time of {@link
     * Campaigns#run} is then measured. For tests, with {@code twilio::advance} of a fake Twilio. Default: in real time.
     */
    public SurveysBuilder campaignPauses(Consumer<Duration> pause) {
        this.campaignPauses = Optional.of(pause);
        return this;
    }

    PassingTime passingTime() {
        return campaignPauses.map(pause -> PassingTime.of(clock, pause)).orElse(PassingTime.REAL);
    }

    /**
     * Maximum sessions that expire in one call of {@link Surveys#runDue}. Default: 100. The rest are checked again ten minutes later, so that a wrong clock
     * can't end all of them before anyone notices. The report and the log have how many it held back.
     */
    public SurveysBuilder maxExpiriesPerRun(int surveys) {
        this.maxExpired = surveys;
        return this;
    }

    /**
     * Moves respondents in the middle of the survey to the current revision if it is compatible: it still has every question that
     * they answered, with the same answers, and their language. Otherwise they finish the revision that they started. Default:
     * off.
     */
    public SurveysBuilder migrateCompatible() {
        this.migrates = true;
        return this;
    }

    /**
     * Builds the {@code Surveys}.
     *
     * @throws SurveyException if the survey has requests that {@link #requests} does not allow, calls functions that are missing, or
     *     has media files without a {@link #mediaUrl}; or if campaigns have settings for an unknown channel
     */
    public Surveys build() {
        List<String> problems = new ArrayList<>(requests.problems(survey, functions.keySet()));
        Map<String, MediaFile> files = survey.prompts().mediaFiles();
        if (!files.isEmpty() && mediaUrl == NOT_SERVED) {
            problems.add(
                    "it has files such as " + files.keySet().iterator().next()
                            + ", which Twilio gets from the application: route mediaHandler(), and set its URL with mediaUrl(URI)");
        }
        unknownCampaignChannel()
                .ifPresent(name -> problems.add("campaigns have settings for the channel \"" + name
                        + "\"; its channels are " + String.join(", ", channelNames())));
        if (!problems.isEmpty()) {
            throw new SurveyException(
                    "The survey \"" + survey.name() + "\" can't run here: " + String.join("; ", problems));
        }
        if (!isStoreChosen) {
            LOG.log(
                    Level.WARNING,
                    "The sessions of the survey \"{0}\" are kept in memory and are lost when the application ends. Set a store"
                            + " with store(DocumentStore), or call inMemory() to hide this warning.",
                    survey.name());
        }
        if (calls != null && fixedVoiceUrl != null && !calls.canReach(fixedVoiceUrl)) {
            LOG.log(
                    Level.WARNING,
                    "Twilio can''t reach the voice webhook at {0}, so calls will fail when they are answered. Pass its public URL to"
                            + " callPlacer(CallPlacer, URI).",
                    fixedVoiceUrl);
        }
        return new Surveys(this);
    }

    private Set<String> channelNames() {
        Set<String> names = new TreeSet<>(Set.of(Channel.TEXT, Channel.VOICE));
        channels.forEach(channel -> names.add(channel.name()));
        return names;
    }

    private Optional<String> unknownCampaignChannel() {
        Set<String> named = new TreeSet<>(campaignDefaults.channels());
        named.addAll(dailyLimits.channels());
        named.removeAll(channelNames());
        return named.stream().findFirst();
    }
}
