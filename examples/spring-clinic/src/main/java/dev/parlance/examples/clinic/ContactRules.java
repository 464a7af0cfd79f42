package dev.parlance.examples.clinic;

import dev.parlance.spring.SurveysCustomizer;
import dev.parlance.survey.SurveysBuilder;
import org.springframework.stereotype.Component;

/** Texts no patient twice on the same day. */
@Component
class ContactRules implements SurveysCustomizer {
    @Override
    public void customize(String survey, SurveysBuilder surveys) {
        surveys.maxContactsPerDay(1);
    }
}
