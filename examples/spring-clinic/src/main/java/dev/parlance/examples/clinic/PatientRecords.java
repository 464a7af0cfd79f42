package dev.parlance.examples.clinic;

import dev.parlance.survey.EventSink;
import dev.parlance.survey.events.HttpEvents;
import dev.parlance.survey.session.SurveyEvent;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Posts each completed survey, with the appointment, to the application that has the patients' records. */
@Configuration(proxyBeanMethods = false)
class PatientRecords {
    @Bean
    @ConditionalOnProperty("clinic.records.url")
    EventSink completedSurveys(ClinicProperties clinic, Clock clock) {
        ClinicProperties.Records records = clinic.records();
        return HttpEvents.to(HttpClient.newHttpClient(), records.url(), records.secret())
                .withClock(clock)
                .only(SurveyEvent.Type.COMPLETED);
    }
}
