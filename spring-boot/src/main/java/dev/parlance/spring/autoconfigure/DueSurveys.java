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
 * Sends reminders, ends expired sessions, contacts the people of campaigns and so on, for all surveys. Every node of an
 * application does it; the store decides who contacts whom. When the application stops, it waits for the task that is running.
 */
final class DueSurveys implements SmartLifecycle {
    private final List<Surveys> surveys;
    private final Duration interval;
    private final Duration campaignInterval;
    private @Nullable ScheduledExecutorService threads;

    DueSurveys(List<Surveys> surveys, Duration interval, Duration campaignInterval) {
        this.surveys = List.copyOf(surveys);
        this.interval = interval;
        this.campaignInterval = campaignInterval;
    }

    /** Does what is due now. */
    void run() {
        surveys.forEach(each -> each.dueTask().run());
    }

    @Override
    public synchronized void start() {
        // One for what is due, one for campaigns, which can take seconds.
        ScheduledExecutorService started = Executors.newScheduledThreadPool(2, task -> {
            Thread worker = new Thread(task, "parlance-due");
            worker.setDaemon(true);
            return worker;
        });
        repeat(started, this::run, interval);
        surveys.forEach(each -> repeat(started, each.campaigns().task(), campaignInterval));
        threads = started;
    }

    private static void repeat(ScheduledExecutorService threads, Runnable task, Duration pause) {
        var unused = threads.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running != null) {
            OrderlyShutdown.end(running, "Reminders and other due work");
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
