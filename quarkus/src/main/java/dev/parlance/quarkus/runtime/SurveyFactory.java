package dev.parlance.quarkus.runtime;

import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import dev.parlance.quarkus.PublicUrl;
import dev.parlance.quarkus.SurveysCustomizer;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.SurveysBuilder;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Connects a survey with the application's beans. */
@Singleton
public final class SurveyFactory {
    private final DocumentStore store;
    private final TwilioConnection twilio;
    private final PublicUrl publicUrl;
    private final Event<SurveyEvent> events;
    private final Executor listeners;
    private final boolean wantsStatus;
    private final CampaignSettings campaigns;
    private final Instance<TextSender> textSender;
    private final Instance<CallPlacer> callPlacer;
    private final Instance<SurveysCustomizer> customizers;
    private final DeskSurveys desks;
    private final MessengerChannels messengers;

    SurveyFactory(
            ParlanceConfig properties,
            DocumentStore store,
            TwilioConnection twilio,
            PublicUrl publicUrl,
            Event<SurveyEvent> events,
            ListenerThreads listenerThreads,
            Instance<TextSender> textSender,
            Instance<CallPlacer> callPlacer,
            @Any Instance<SurveysCustomizer> customizers,
            DeskSurveys desks,
            MessengerChannels messengers) {
        this.store = store;
        this.twilio = twilio;
        this.publicUrl = publicUrl;
        this.events = events;
        this.listeners = properties.surveys().listenersAfterReply() ? listenerThreads : Runnable::run;
        this.wantsStatus = properties.surveys().messageStatus();
        this.campaigns = new CampaignSettings(
                properties.surveys().campaigns(), properties.surveys().campaignZone());
        this.textSender = textSender;
        this.callPlacer = callPlacer;
        this.customizers = customizers;
        this.desks = desks;
        this.messengers = messengers;
    }

    Surveys create(String name, Survey survey, String path) {
        SurveysBuilder surveys = Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .listenerExecutor(listeners)
                .onAnyEvent(events::fire);
        surveys.mediaUrl(() -> publicUrl.at(path + "/media"));
        if (textSender.isResolvable() && wantsStatus) {
            surveys.textSender(textSender.get(), () -> publicUrl.at(path + "/text"));
        } else if (textSender.isResolvable()) {
            surveys.textSender(textSender.get());
        }
        if (callPlacer.isResolvable()) {
            surveys.callPlacer(callPlacer.get(), () -> publicUrl.at(path + "/voice"));
        }
        messengers.channels(desks.numberOf(name)).forEach(channel -> surveys.channel(withStatus(channel, path)));
        campaigns.applyTo(surveys);
        customizers.forEach(each -> each.customize(name, surveys));
        return surveys.build();
    }

    private MessengerChannel withStatus(MessengerChannel channel, String path) {
        return wantsStatus ? channel.withWebhook(() -> publicUrl.at(path + "/" + channel.name())) : channel;
    }
}
