package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.SurveysCustomizer;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.survey.Channel;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.SurveysBuilder;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.DocumentStore;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers, for each folder with a survey, a {@link Surveys} with its name as the qualifier, its two webhooks, and its recordings and
 * pictures.
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
        folders.forEach((name, folder) -> register(registry, name, path + "/" + name, folder));
    }

    private void register(BeanDefinitionRegistry registry, String name, String path, SurveyFolder folder) {
        String bean = name + "Surveys";
        register(registry, bean, name, Surveys.class, () -> surveys(name, path, folder));
        Supplier<Surveys> surveys = () -> beans.getBean(bean, Surveys.class);
        register(
                registry,
                name + "TextWebhook",
                name,
                WebhookEndpoint.class,
                () -> WebhookEndpoint.ofTexts(path + "/text", webhook(name, surveys.get(), Channel.TEXT)));
        register(
                registry,
                name + "VoiceWebhook",
                name,
                WebhookEndpoint.class,
                () -> WebhookEndpoint.ofCalls(path + "/voice", webhook(name, surveys.get(), Channel.VOICE)));
        register(
                registry,
                name + "Media",
                name,
                MediaEndpoint.class,
                () -> MediaEndpoint.below(path + MEDIA, surveys.get().mediaHandler()));
    }

    private static <T> void register(
            BeanDefinitionRegistry registry, String bean, String qualifier, Class<T> type, Supplier<T> supplier) {
        AbstractBeanDefinition definition =
                BeanDefinitionBuilder.genericBeanDefinition(type, supplier).getBeanDefinition();
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, qualifier));
        registry.registerBeanDefinition(bean, definition);
    }

    private SurveyWebhook webhook(String name, Surveys surveys, String channel) {
        return new SurveyWebhook(name, observations().turns(surveys, channel));
    }

    private Observations observations() {
        return Observations.in(
                beans.getBeanProvider(ObservationRegistry.class).getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    private Executor listenerExecutor() {
        boolean isAfterReply = environment.getProperty("parlance.surveys.listeners-after-reply", Boolean.class, true);
        return isAfterReply ? beans.getBean(ListenerThreads.class)::execute : Runnable::run;
    }

    private Surveys surveys(String name, String path, SurveyFolder folder) {
        Observations observations = observations();
        SurveysBuilder surveys = Surveys.builder(folder.load())
                .store(beans.getBean(DocumentStore.class))
                .listenerExecutor(listenerExecutor())
                .eventSink(beans.getBean(SurveyListeners.class).of(name, observations));
        beans.getBeanProvider(TextSender.class).ifAvailable(surveys::textSender);
        PublicUrl publicUrl = beans.getBean(PublicUrl.class);
        surveys.mediaUrl(() -> publicUrl.at(path + MEDIA));
        beans.getBeanProvider(CallPlacer.class)
                .ifAvailable(calls -> surveys.callPlacer(calls, () -> publicUrl.at(path + "/voice")));
        beans.getBeanProvider(TwilioConnectionDetails.class).ifAvailable(twilio -> surveys.clock(twilio.clock()));
        beans.getBeanProvider(EventSink.class)
                .orderedStream()
                .forEach(sink -> surveys.eventSink(observations.events(sink)));
        beans.getBeanProvider(SurveysCustomizer.class).orderedStream().forEach(each -> each.customize(name, surveys));
        return surveys.build();
    }
}
