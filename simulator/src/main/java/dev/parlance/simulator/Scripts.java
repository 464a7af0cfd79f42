package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.script.Script;
import dev.parlance.fake.twilio.script.ScriptRun;
import dev.parlance.fake.twilio.script.ScriptStep;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records and runs conversation scripts. */
final class Scripts {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FakeTwilio twilio;
    private final ScriptRecorder recorder;
    private final Consumer<Duration> clock;
    private final Executor executor;
    private final Runnable changed;
    private @Nullable Run run;

    Scripts(FakeTwilio twilio, ScriptRecorder recorder, Consumer<Duration> clock, Executor executor, Runnable changed) {
        this.twilio = twilio;
        this.recorder = recorder;
        this.clock = clock;
        this.executor = executor;
        this.changed = changed;
    }

    /** Starts or stops recording. */
    void record(PageRequest request) {
        if (request.flag("on")) {
            recorder.start();
        } else {
            recorder.stop();
        }
    }

    /** The script of what was recorded last. */
    WebhookResponse recorded() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("text", recorder.text());
        return WebhookResponse.json(json.toString()).withHeader("Cache-Control", "no-store");
    }

    /** Runs a script in the background. Its steps are in the state. */
    synchronized void run(PageRequest request) {
        Run before = run;
        if (before != null && before.isRunning) {
            throw new IllegalStateException("A script is still running.");
        }
        Script script = Script.parse(request.text("name", "script"), request.text("text"));
        if (script.steps().isEmpty()) {
            throw new IllegalArgumentException("The script has no steps.");
        }
        Run next = new Run(script);
        run = next;
        executor.execute(next::play);
    }

    /** Ends the run after its current step. */
    synchronized void cancel() {
        Run now = run;
        if (now != null) {
            now.isCanceled = true;
        }
    }

    synchronized ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("recording", recorder.isRecording())
                .put("recorded", recorder.size());
        Run now = run;
        if (now != null) {
            state.set("run", now.state());
        }
        return state;
    }

    /** One run. A step that fails ends it. */
    private final class Run {
        private final Script script;
        private volatile boolean isRunning = true;
        private volatile boolean isCanceled;
        private final AtomicInteger passed = new AtomicInteger();
        private volatile String failure = "";

        Run(Script script) {
            this.script = script;
        }

        void play() {
            try {
                script.steps().forEach(step -> readAll(step.person()));
                ScriptRun played = new ScriptRun(twilio, clock, PATIENCE);
                for (ScriptStep step : script.steps()) {
                    if (isCanceled || !play(played, step)) {
                        return;
                    }
                }
            } finally {
                isRunning = false;
                changed.run();
            }
        }

        /** Whether the step has passed. */
        private boolean play(ScriptRun played, ScriptStep step) {
            try {
                Optional<String> difference = played.play(step);
                difference.ifPresent(it -> failure = it);
                if (difference.isEmpty()) {
                    passed.incrementAndGet();
                }
                return difference.isEmpty();
            } catch (RuntimeException | AssertionError e) {
                failure = String.valueOf(e.getMessage());
                return false;
            } finally {
                changed.run();
            }
        }

        /** A script does not expect what arrived before it. */
        private void readAll(String person) {
            boolean hasMore = !person.isEmpty();
            while (hasMore) {
                hasMore = twilio.phone(person).readNext().isPresent();
            }
        }

        ObjectNode state() {
            List<ScriptStep> steps = script.steps();
            ObjectNode state = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", script.name())
                    .put("running", isRunning)
                    .put("failure", failure);
            ArrayNode json = state.putArray("steps");
            for (int i = 0; i < steps.size(); i++) {
                json.addObject()
                        .put("line", steps.get(i).line())
                        .put("text", steps.get(i).text())
                        .put("state", stateOf(i));
            }
            return state;
        }

        private String stateOf(int index) {
            if (index < passed.get()) {
                return "passed";
            }
            if (index > passed.get()) {
                return "waiting";
            }
            return failure.isEmpty() ? isRunning ? "running" : "waiting" : "failed";
        }
    }
}
