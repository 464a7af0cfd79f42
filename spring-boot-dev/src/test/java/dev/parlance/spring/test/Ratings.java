package dev.parlance.spring.test;

import dev.parlance.spring.SurveyListener;
import dev.parlance.survey.session.SurveyEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

@Component
class Ratings {
    final List<String> completed = new CopyOnWriteArrayList<>();

    @SurveyListener(SurveyEvent.Type.COMPLETED)
    void done(SurveyEvent event) {
        completed.add(event.session().respondent().value());
    }
}
