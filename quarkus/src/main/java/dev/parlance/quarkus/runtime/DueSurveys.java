package dev.parlance.quarkus.runtime;

import dev.parlance.survey.Surveys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends reminders, ends expired sessions, contacts the people of campaigns and so on, for all surveys. Every node of an
 * application does it; the store decides who contacts whom. When the application stops, it waits for the task that is running.
 */
@Singleton
public final class DueSurveys {
    // One for what is due, one for campaigns, which can take seconds.
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(2, OrderlyShutdown.threads("parlance-due"));

    void start(@Observes StartupEvent start, @Any Instance<Surveys> found, ParlanceConfig properties) {
        List<Surveys> surveys = found.stream().toList();
        repeat(
                () -> surveys.forEach(each -> each.dueTask().run()),
                properties.surveys().dueInterval());
        surveys.forEach(
                each -> repeat(each.campaigns().task(), properties.surveys().campaignInterval()));
    }

    private void repeat(Runnable task, Duration pause) {
        var unused = threads.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stop) {
        OrderlyShutdown.end(threads, "Reminders and other due work");
    }
}
