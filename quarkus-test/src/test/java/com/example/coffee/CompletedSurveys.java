package com.example.coffee;

import dev.parlance.Address;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.session.SurveyEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Texts the manager about each survey that is complete. */
@Singleton
class CompletedSurveys {
    private final TextSender texts;

    CompletedSurveys(TextSender texts) {
        this.texts = texts;
    }

    void report(@Observes SurveyEvent event) {
        if (event.type() == SurveyEvent.Type.COMPLETED) {
            texts.send(TextMessage.to(Address.of("+12025550143"), "A survey is complete."));
        }
    }
}
