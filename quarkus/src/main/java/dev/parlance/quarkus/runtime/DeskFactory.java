package dev.parlance.quarkus.runtime;

import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.SurveyDeskBuilder;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.question.Question;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects the surveys that share a number. */
@Singleton
public final class DeskFactory {
    private final Instance<Surveys> surveys;

    DeskFactory(@Any Instance<Surveys> surveys) {
        this.surveys = surveys;
    }

    /** Creates all desks before the application contacts anybody, because a desk knows who is in the middle of a survey. */
    void start(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start,
            @Any Instance<SurveyDesk> desks) {
        desks.forEach(SurveyDesk::name);
    }

    SurveyDesk create(String name, List<String> folders, @Nullable String fallback, @Nullable String menu) {
        SurveyDeskBuilder desk = SurveyDesk.builder(name);
        folders.forEach(folder -> desk.add(named(folder)));
        if (fallback != null) {
            desk.fallback(named(fallback));
        }
        if (menu != null) {
            desk.menu(named(menu), lastQuestion(named(menu)));
        }
        return desk.build();
    }

    private Surveys named(String folder) {
        return surveys.select(Identifier.Literal.of(folder)).get();
    }

    private static String lastQuestion(Surveys menu) {
        List<Question> questions = menu.survey().questions();
        return questions.get(questions.size() - 1).id();
    }
}
