package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.Surveys;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A {@link Surveys} bean for each folder with a survey, and its webhooks. */
@AutoConfiguration(after = {AccountAutoConfiguration.class, SurveyStoreAutoConfiguration.class})
@ConditionalOnClass(Surveys.class)
@Import(SurveyBeans.class)
class SurveyAutoConfiguration {
    @Bean
    ListenerThreads surveyListenerThreads(ObjectProvider<ObservationRegistry> registry) {
        return new ListenerThreads(registry.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    static SurveyListeners surveyListeners() {
        return new SurveyListeners();
    }
}
