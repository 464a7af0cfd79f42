package dev.parlance.survey;

import dev.parlance.webhook.WebhookHandler;
import java.util.List;
import java.util.Optional;

/**
 * Several surveys on one number: receives its texts and calls, and passes each to the survey that it is for. A person answers
 * one survey at a time. Thread-safe; several machines can share a store.
 *
 * <pre>{@code
 * Surveys coffee = Surveys.builder(SurveyFolder.at(Path.of("coffee")).load()).store(store).textSender(account).build();
 * Surveys clinic = Surveys.builder(SurveyFolder.at(Path.of("clinic")).load()).store(store).textSender(account).build();
 * SurveyDesk desk = SurveyDesk.builder("front").add(coffee).add(clinic).fallback(coffee).build();
 * router.post("/sms", signed.handler(desk.textWebhook()));
 * router.post("/voice", signed.handler(desk.voiceWebhook()));
 * clinic.start(Channel.TEXT, person, Invitation.plain()); // IN_ANOTHER_SURVEY while a question of coffee is open
 * }</pre>
 *
 * <p>The surveys share one {@link dev.parlance.survey.store.DocumentStore}. Their {@link SurveysBuilder#callPlacer} has the URL of
 * {@link #voiceWebhook}.
 */
public final class SurveyDesk {
    private final String name;
    private final List<Surveys> all;
    private final DeskPeople people;
    private final Optional<DeskMenu> menu;

    SurveyDesk(SurveyDeskBuilder settings) {
        this.name = settings.name;
        this.all = settings.all();
        List<Surveys> offered = settings.offered();
        DeskRouting routing = new DeskRouting(List.copyOf(settings.surveys), settings.fallbackOrMenu(), offered);
        this.people = new DeskPeople(settings.name, routing, all);
        this.menu = settings.menu.map(survey -> new DeskMenu(survey, settings.menuQuestion, offered, people));
        settings.surveys.forEach(survey -> survey.engine().setNeighbors(person -> people.reserve(survey, person)));
    }

    /**
     * Starts building a desk.
     *
     * @param name the name under which the store keeps whom each survey talks to; a different one for each number
     */
    public static SurveyDeskBuilder builder(String name) {
        return new SurveyDeskBuilder(name);
    }

    /** The name under which the store keeps whom each survey talks to. */
    public String name() {
        return name;
    }

    /** Handles incoming texts of the number. */
    public WebhookHandler textWebhook() {
        return webhook(Channel.TEXT);
    }

    /** Handles calls of the number: the start of a call, its answers and its status, all at one URL. */
    public WebhookHandler voiceWebhook() {
        return webhook(Channel.VOICE);
    }

    /**
     * Handles the webhooks of a channel, such as those of a sender on WhatsApp.
     *
     * @throws dev.parlance.survey.definition.SurveyException if one of the surveys does not have the channel
     */
    public WebhookHandler webhook(String channel) {
        all.forEach(survey -> survey.channelWebhook(channel));
        return new DeskWebhook(channel, all, people, menu);
    }

    /** {@link Surveys#mediaHandler} of all its surveys. */
    public WebhookHandler mediaHandler() {
        return new MediaHandler(
                all.stream().flatMap(survey -> survey.mediaFiles().stream()).toList());
    }

    /** {@link Surveys#dueTask} of all its surveys. */
    public Runnable dueTask() {
        return () -> all.forEach(survey -> survey.dueTask().run());
    }
}
