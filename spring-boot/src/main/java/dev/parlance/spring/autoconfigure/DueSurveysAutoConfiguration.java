package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.Surveys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The task that does what is due, for the surveys that were found and for the application's own. */
@AutoConfiguration(after = SurveyAutoConfiguration.class)
@ConditionalOnClass(Surveys.class)
class DueSurveysAutoConfiguration {
    @Bean
    @ConditionalOnBean(Surveys.class)
    @ConditionalOnMissingBean
    DueSurveys dueSurveys(ObjectProvider<Surveys> surveys, ParlanceProperties properties) {
        return new DueSurveys(
                surveys.stream().toList(),
                properties.surveys().dueInterval(),
                properties.surveys().campaignInterval());
    }
}
