package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.SurveysCustomizer;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.survey.Channel;
import dev.parlance.survey.DailyLimits;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.SurveyDeskBuilder;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.SurveysBuilder;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookHandler;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Registers, for each folder with a survey, a {@link Surveys} with its name as the qualifier, its webhooks, and its recordings and pictures. Surveys that share a number have a {@link SurveyDesk} with the desk's name, and its webhooks and media instead.
 */
final class SurveyBeans implements ImportBeanDefinitionRegistrar {
    private static final String MEDIA = "/media";

    private final Environment environment;
    private final BeanFactory beans;

    SurveyBeans(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        String location = environment.getProperty("parlance.surveys.location", "classpath:surveys/");
        String path = environment.getProperty("parlance.surveys.path", "/surveys");
        Map<String, SurveyFolder> folders = SurveyFolders.in(location);
        SurveyDesks desks = SurveyDesks.in(environment, folders.keySet());
        SurveyMessengers messengers = SurveyMessengers.in(environment, desks.names(), folders.keySet());
        desks.desks().forEach((name, desk) -> {
            String bean = name + "SurveyDesk";
            register(registry, bean, name, SurveyDesk.class, () -> desk(name, desk));
            webhooks(
                    registry,
                    bean,
                    name,
                    path,
                    messengers.byChannel(name),
                    channel -> observations().turns(beans.getBean(bean, SurveyDesk.class), channel),
                    () -> beans.getBean(bean, SurveyDesk.class).mediaHandler());
        });
        folders.forEach((name, folder) -> {
            Optional<String> desk = desks.deskOf(name);
            String base = path + "/" + desk.orElse(name);
            Consumer<SurveysBuilder> withMessengers = surveys ->
                    messengers.addTo(surveys, desk.orElse(name), beans, channel -> withStatus(channel, base));
            register(registry, bean(name), name, Surveys.class, () -> surveys(name, base, folder, withMessengers));
            if (desk.isEmpty()) {
                webhooks(
                        registry,
                        name,
                        name,
                        path,
                        messengers.byChannel(name),
                        channel -> observations().turns(survey(name), channel),
                        () -> survey(name).mediaHandler());
            }
        });
    }

    private static String bean(String survey) {
        return survey + "Surveys";
    }

    private Surveys survey(String name) {
        return beans.getBean(bean(name), Surveys.class);
    }

    private static void webhooks(
            BeanDefinitionRegistry registry,
            String bean,
            String name,
            String path,
            Map<String, String> senders,
            Function<String, WebhookHandler> turns,
            Supplier<WebhookHandler> media) {
        String base = path + "/" + name;
        register(
                registry,
                bean + "TextWebhook",
                name,
                WebhookEndpoint.class,
                () -> WebhookEndpoint.ofTexts(base + "/text", new SurveyWebhook(name, turns.apply(Channel.TEXT))));
        register(
                registry,
                bean + "VoiceWebhook",
                name,
                WebhookEndpoint.class,
                () -> WebhookEndpoint.ofCalls(base + "/voice", new SurveyWebhook(name, turns.apply(Channel.VOICE))));
        senders.forEach((channel, sender) -> {
            String own = bean + StringUtils.capitalize(channel);
            String webhook = base + "/" + channel;
            register(
                    registry,
                    own + "Webhook",
                    name,
                    WebhookEndpoint.class,
                    () -> WebhookEndpoint.of(webhook, new SurveyWebhook(name, turns.apply(channel))));
            register(registry, own + "Sender", name, SenderWebhook.class, () -> new SenderWebhook(sender, webhook));
        });
        register(
                registry,
                bean + "Media",
                name,
                MediaEndpoint.class,
                () -> MediaEndpoint.below(base + MEDIA, media.get()));
    }

    private SurveyDesk desk(String name, DeskProperties settings) {
        SurveyDeskBuilder desk = SurveyDesk.builder(name);
        settings.surveys().forEach(survey -> desk.add(survey(survey)));
        settings.fallbackSurvey().ifPresent(survey -> desk.fallback(survey(survey)));
        settings.menuSurvey().map(this::survey).ifPresent(menu -> desk.menu(menu, lastQuestion(menu)));
        return desk.build();
    }

    private static String lastQuestion(Surveys menu) {
        List<Question> questions = menu.survey().questions();
        return questions.get(questions.size() - 1).id();
    }

    private static <T> void register(
            BeanDefinitionRegistry registry, String bean, String qualifier, Class<T> type, Supplier<T> supplier) {
        AbstractBeanDefinition definition =
                BeanDefinitionBuilder.genericBeanDefinition(type, supplier).getBeanDefinition();
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, qualifier));
        registry.registerBeanDefinition(bean, definition);
    }

    private Observations observations() {
        return Observations.in(
                beans.getBeanProvider(ObservationRegistry.class).getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    private Executor listenerExecutor() {
        boolean isAfterReply = environment.getProperty("parlance.surveys.listeners-after-reply", Boolean.class, true);
        return isAfterReply ? beans.getBean(ListenerThreads.class)::execute : Runnable::run;
    }

    private Map<String, CampaignProperties> campaigns() {
        return Binder.get(environment)
                .bind("parlance.surveys.campaigns", Bindable.mapOf(String.class, CampaignProperties.class))
                .orElse(Map.of());
    }

    private DailyLimits dailyLimits() {
        DailyLimits limits =
                DailyLimits.in(environment.getProperty("parlance.surveys.campaign-zone", ZoneId.class, ZoneOffset.UTC));
        for (Map.Entry<String, CampaignProperties> channel : campaigns().entrySet()) {
            limits = channel.getValue().addTo(limits, channel.getKey());
        }
        return limits;
    }

    private Surveys surveys(
            String name, String path, SurveyFolder folder, Consumer<SurveysBuilder> withMessengers) {
        Observations observations = observations();
        SurveysBuilder surveys = Surveys.builder(folder.load())
                .store(beans.getBean(DocumentStore.class))
                .listenerExecutor(listenerExecutor())
                .eventSink(beans.getBean(SurveyListeners.class).of(name, observations));
        PublicUrl publicUrl = beans.getBean(PublicUrl.class);
        beans.getBeanProvider(TextSender.class)
                .ifAvailable(texts -> setSender(surveys, texts, () -> publicUrl.at(path + "/text")));
        surveys.mediaUrl(() -> publicUrl.at(path + MEDIA));
        beans.getBeanProvider(CallPlacer.class)
                .ifAvailable(calls -> surveys.callPlacer(calls, () -> publicUrl.at(path + "/voice")));
        beans.getBeanProvider(TwilioConnectionDetails.class).ifAvailable(twilio -> surveys.clock(twilio.clock()));
        beans.getBeanProvider(EventSink.class)
                .orderedStream()
                .forEach(sink -> surveys.eventSink(observations.events(sink)));
        withMessengers.accept(surveys);
        campaigns().forEach((channel, settings) -> settings.applyTo(surveys, channel));
        surveys.dailyLimits(dailyLimits());
        beans.getBeanProvider(SurveysCustomizer.class).orderedStream().forEach(each -> each.customize(name, surveys));
        return surveys.build();
    }

    private boolean wantsStatus() {
        return environment.getProperty("parlance.surveys.message-status", Boolean.class, false);
    }

    private MessengerChannel withStatus(MessengerChannel channel, String path) {
        PublicUrl publicUrl = beans.getBean(PublicUrl.class);
        return wantsStatus() ? channel.withWebhook(() -> publicUrl.at(path + "/" + channel.name())) : channel;
    }

    private void setSender(SurveysBuilder surveys, TextSender texts, Supplier<URI> webhook) {
        if (wantsStatus()) {
            surveys.textSender(texts, webhook);
        } else {
            surveys.textSender(texts);
        }
    }
}
