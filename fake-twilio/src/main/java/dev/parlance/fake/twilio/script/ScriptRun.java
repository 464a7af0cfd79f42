package dev.parlance.fake.twilio.script;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a script. It remembers who is in which call. */
public final class ScriptRun {
    /** The confidence of speech recognition in mumbled words. */
    private static final double MUMBLED = 0.3;

    private final FakeTwilio twilio;
    private final Consumer<Duration> clock;
    private final Duration patience;
    private final Map<String, FakeCall> calls = new LinkedHashMap<>();
    private final Map<String, FakeCall> latestCalls = new LinkedHashMap<>();

    /**
     * Starts a run.
     *
     * @param clock moves the clock
     * @param patience how long to wait for an expected text, in real time
     */
    public ScriptRun(FakeTwilio twilio, Consumer<Duration> clock, Duration patience) {
        this.twilio = twilio;
        this.clock = clock;
        this.patience = patience;
    }

    /** A run in a test, which does not wait. */
    public static ScriptRun of(FakeTwilio twilio) {
        return new ScriptRun(twilio, twilio::advance, Duration.ZERO);
    }

    /** Does the step, and compares what each person receives. Returns the first difference as lines. */
    public Optional<String> play(ScriptStep step) {
        act(step);
        for (Map.Entry<String, List<String>> expected : step.expected().entrySet()) {
            List<String> heard =
                    heardBy(expected.getKey(), step, expected.getValue().size());
            ScriptDiff diff = ScriptDiff.of(expected.getValue(), heard);
            if (!diff.isSame()) {
                return Optional.of(diff.toString());
            }
        }
        return Optional.empty();
    }

    /** Does the step, and returns the lines of the replies, aligned with the person's own lines. */
    public List<String> record(ScriptStep step) {
        act(step);
        List<String> lines = new ArrayList<>();
        step.expected()
                .keySet()
                .forEach(person -> heardBy(person, step, 0).forEach(heard -> {
                    boolean isSame = person.equals(step.person());
                    String recipient = isSame ? " ".repeat(person.length()) : person;
                    lines.add(recipient + " < " + ScriptDiff.normalizeSpaces(heard));
                }));
        return lines;
    }

    private void act(ScriptStep step) {
        FakePhone phone = twilio.phone(step.person());
        switch (step.action()) {
            case PASS -> clock.accept(step.time());
            case CALL -> enter(step.person(), phone.calls(step.argument()));
            case ANSWER -> enter(step.person(), phone.answers());
            case DECLINE -> phone.declines();
            case TEXT -> {
                calls.remove(step.person());
                write(phone, step.argument());
            }
            case TEXT_TO -> {
                calls.remove(step.person());
                phone.textsTo(step.other(), step.argument());
            }
            case SPEAK -> speak(step, phone);
            case SPEAK_IN_CALL -> {
                enter(step.person(), latestCall(step.person()));
                speak(step, phone);
            }
        }
    }

    private void enter(String person, FakeCall call) {
        calls.put(person, call);
        latestCalls.put(person, call);
    }

    private FakeCall latestCall(String person) {
        FakeCall latest = latestCalls.get(person);
        if (latest == null) {
            throw new IllegalStateException(person + " has not been in a call in this script");
        }
        return latest;
    }

    private void speak(ScriptStep step, FakePhone phone) {
        FakeCall call = calls.get(step.person());
        if (call == null) {
            write(phone, step.argument());
        } else {
            say(call, step.argument());
        }
    }

    private static void write(FakePhone phone, String text) {
        if (text.startsWith("[taps ")) {
            phone.taps(inside("[taps ", text));
        } else if (text.startsWith("[picks ")) {
            phone.picks(inside("[picks ", text));
        } else if (text.startsWith("[completes ")) {
            phone.completes(inside("[completes ", text));
        } else {
            phone.texts(text);
        }
    }

    private static void say(FakeCall call, String said) {
        if (said.startsWith("[presses ")) {
            call.presses(inside("[presses ", said));
        } else if (said.startsWith("[mumbles ")) {
            call.says(inside("[mumbles ", said), MUMBLED);
        } else if (said.equals("[stays silent]")) {
            call.staysSilent();
        } else if (said.equals("[hangs up]")) {
            call.hangsUp();
        } else {
            call.says(said);
        }
    }

    private static String inside(String prefix, String text) {
        return text.substring(prefix.length(), text.length() - 1);
    }

    private List<String> heardBy(String person, ScriptStep step, int expected) {
        FakeCall call = calls.get(person);
        if (call != null && person.equals(step.person())) {
            return call.heardSinceLastAction();
        }
        List<String> texts = new ArrayList<>();
        twilio.settle();
        for (FakeText text = next(person); text != null; text = next(person)) {
            texts.add(text.body());
        }
        while (texts.size() < expected && !patience.isZero()) {
            Optional<String> late =
                    twilio.part(World.class).handset(person).awaitNext(patience).map(bubble -> bubble.body());
            if (late.isEmpty()) {
                return texts;
            }
            texts.add(late.get());
        }
        return texts;
    }

    private @Nullable FakeText next(String person) {
        return twilio.phone(person).readNext().orElse(null);
    }
}
