package dev.parlance.survey;

import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.MemoryDocuments;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a survey needs of the application around it; without anything, it answers texts and calls, and keeps them in memory. */
public final class SurveysBuilder {
    final Survey survey;
    final List<EventSink> sinks = new ArrayList<>();
    final List<Channel> channels = new ArrayList<>();
    DocumentStore store = MemoryDocuments.create();
    Clock clock = Clock.systemUTC();
    Executor executor = Runnable::run;
    EarlierResults earlier = nobody -> Optional.empty();
    int mostADay = 3;
    int mostExpired = 100;
    boolean migrates;

    @Nullable
    TextSender texts;

    @Nullable
    CallPlacer calls;

    @Nullable
    URI voiceUrl;

    SurveysBuilder(Survey survey) {
        this.survey = survey;
    }

    /** Where sessions are kept; in memory if it is not told. */
    public SurveysBuilder store(DocumentStore newStore) {
        this.store = newStore;
        return this;
    }

    /** Results of an application that had this survey before: a person who completed it there isn't asked again. */
    public SurveysBuilder earlier(EarlierResults results) {
        this.earlier = results;
        return this;
    }

    /** How the texts are sent that we begin with. */
    public SurveysBuilder texts(TextSender sender) {
        this.texts = sender;
        return this;
    }

    /**
     * How calls are placed.
     *
     * @param voiceWebhook the public URL at which {@link Surveys#voiceWebhook} answers, without a query
     */
    public SurveysBuilder calls(CallPlacer placer, URI voiceWebhook) {
        if (!voiceWebhook.isAbsolute() || voiceWebhook.getRawQuery() != null) {
            throw new SurveyException(
                    "The voice webhook needs an absolute URL without a query, such as https://hooks.example.com/voice");
        }
        this.calls = placer;
        this.voiceUrl = voiceWebhook;
        return this;
    }

    /** Another channel, beside text messages and calls. */
    public SurveysBuilder channel(Channel channel) {
        channels.add(channel);
        return this;
    }

    List<Channel> allChannels() {
        List<Channel> all = new ArrayList<>();
        all.add(new TextChannel(Optional.ofNullable(texts)));
        all.add(new VoiceChannel(calls, voiceUrl));
        all.addAll(channels);
        return all;
    }

    /**
     * Tells somebody of one type of events: at least once each, for one session in order. Who fails is told again.
     *
     * <p>Events are kept for listeners only where there are some: every node of an application has to have the same.
     */
    public SurveysBuilder on(SurveyEvent.Type type, Consumer<Published> listener) {
        return tell(new EachEvent(event -> event.type() == type, listener));
    }

    /** Tells somebody of all events. */
    public SurveysBuilder onEvents(Consumer<Published> listener) {
        return tell(new EachEvent(any -> true, listener));
    }

    /** Tells whoever takes several events at once, such as a queue or a bus. */
    public SurveysBuilder tell(EventSink sink) {
        sinks.add(sink);
        return this;
    }

    /** Where listeners are told; in the thread that answers the webhook, if it is not told, before it is answered. */
    public SurveysBuilder tellIn(Executor newExecutor) {
        this.executor = newExecutor;
        return this;
    }

    /** The clock to go by. */
    public SurveysBuilder clock(Clock newClock) {
        this.clock = newClock;
        return this;
    }

    /** How often one person is begun with on a day, in all surveys of the store; three times if it is not told. */
    public SurveysBuilder atMostADay(int times) {
        this.mostADay = times;
        return this;
    }

    /**
     * How many surveys one sweep ends at most because nobody answers. Default: 100. The others are looked at again ten minutes
     * later: a clock that has jumped cannot end all of them before somebody notices. The sweep reports and logs how many there are.
     */
    public SurveysBuilder expiringAtMost(int surveys) {
        this.mostExpired = surveys;
        return this;
    }

    /**
     * Lets people who are in the middle go on with this version of the survey, if nothing of it breaks what they have
     * answered: every question of theirs is still there, takes the same answers, and their language is spoken. Otherwise,
     * and without this, they end with the version that they began with.
     */
    public SurveysBuilder migrating() {
        this.migrates = true;
        return this;
    }

    /** The survey, ready to be taken. */
    public Surveys build() {
        return new Surveys(this);
    }
}
