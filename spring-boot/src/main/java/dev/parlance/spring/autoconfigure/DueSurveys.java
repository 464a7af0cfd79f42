package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.Surveys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Sends reminders, ends expired sessions and so on, for all surveys. Every node of an application does it; the store decides who
 * contacts whom. When the application stops, it waits for the task that is running.
 */
final class DueSurveys implements SmartLifecycle {
    private final List<Surveys> surveys;
    private final Duration interval;
    private @Nullable ScheduledExecutorService thread;

    DueSurveys(List<Surveys> surveys, Duration interval) {
        this.surveys = List.copyOf(surveys);
        this.interval = interval;
    }

    /** Does what is due now. */
    void run() {
        surveys.forEach(each -> each.dueTask().run());
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, "parlance-due");
            worker.setDaemon(true);
            return worker;
        });
        var unused = started.scheduleWithFixedDelay(
                this::run, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            OrderlyShutdown.end(running, "Reminders and other due work");
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
