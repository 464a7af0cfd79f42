package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test written as a plain-text conversation.
 *
 * <pre>
 * # Lines with &gt; are sent by the person, lines with &lt; are the expected replies, … matches any text.
 * +5215512345678 &gt; hola
 *                &lt; Hola, ¿por favor …
 * [2 hours pass]
 * +5215512345678 calls +15005550100
 *                &lt; Bienvenida
 *                &gt; [presses 1#]
 *                &lt; ¿Cómo fue?
 *                &gt; cinco
 *                &gt; [hangs up]
 * </pre>
 *
 * <pre>{@code
 * ConversationScript.of(Path.of("src/test/conversations/greeting.txt")).play(twilio);
 * }</pre>
 */
public final class ConversationScript {
    /** The confidence of speech recognition in mumbled words. */
    private static final double MUMBLED = 0.3;

    private final String name;
    private final String text;
    private final List<ScriptStep> steps;

    private ConversationScript(String name, String text, List<ScriptStep> steps) {
        this.name = name;
        this.text = text;
        this.steps = steps;
    }

    /**
     * Reads a script from a file.
     *
     * @throws IllegalArgumentException if a line is invalid
     */
    public static ConversationScript of(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the script " + file, e);
        }
    }

    /** Reads all scripts in a folder, sorted by file name. */
    public static List<ConversationScript> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(ConversationScript::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the folder " + folder, e);
        }
    }

    /**
     * Parses a script.
     *
     * @param name the name used in failure messages
     * @throws IllegalArgumentException if a line is invalid
     */
    public static ConversationScript parse(String name, String text) {
        return new ConversationScript(name, text, ScriptReader.read(name, text));
    }

    /**
     * Plays the script and compares the replies.
     *
     * @throws AssertionError if the replies differ; the message shows expected and actual lines
     */
    public void play(FakeTwilio twilio) {
        Playback playback = new Playback(twilio);
        steps.forEach(playback::play);
    }

    /**
     * Plays the script and returns its text with the replies that arrived in place of the expected ones. Use it to update a
     * script after you changed the application, and read the difference.
     */
    public String record(FakeTwilio twilio) {
        Playback playback = new Playback(twilio);
        Map<Integer, List<String>> replies = new HashMap<>();
        steps.forEach(step -> replies.put(step.line(), playback.record(step)));
        StringBuilder recorded = new StringBuilder();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isExpectation = !line.isBlank() && !line.strip().startsWith("#") && !replies.containsKey(i + 1);
            if (!isExpectation) {
                recorded.append(line).append('\n');
            }
            replies.getOrDefault(i + 1, List.of())
                    .forEach(reply -> recorded.append(reply).append('\n'));
        }
        return recorded.toString();
    }

    /** The script's name. */
    @Override
    public String toString() {
        return name;
    }

    /** One run of the script. */
    private final class Playback {
        private final FakeTwilio twilio;
        private final Map<String, FakeCall> calls = new LinkedHashMap<>();
        private final List<String> played = new ArrayList<>();

        Playback(FakeTwilio twilio) {
            this.twilio = twilio;
        }

        void play(ScriptStep step) {
            act(step);
            step.expected().forEach((person, patterns) -> {
                ScriptDiff diff = ScriptDiff.of(patterns, heardBy(person, step));
                if (!diff.isSame()) {
                    played.add(step.text());
                    throw new AssertionError(
                            "%s:%d: the conversation differs from the script (- expected, + received):%n%n%s%n%s"
                                    .formatted(
                                            name,
                                            step.line(),
                                            String.join("\n", played).indent(2).stripTrailing(),
                                            diff));
                }
            });
            played.add(step.text());
            step.expected().values().forEach(patterns -> patterns.forEach(pattern -> played.add("    < " + pattern)));
        }

        /** Plays the step and returns the lines of the replies, aligned with the person's own lines. */
        List<String> record(ScriptStep step) {
            act(step);
            List<String> lines = new ArrayList<>();
            step.expected()
                    .keySet()
                    .forEach(person -> heardBy(person, step).forEach(heard -> {
                        boolean isSame = person.equals(step.person());
                        String recipient = isSame ? " ".repeat(person.length()) : person;
                        lines.add(recipient + " < " + ScriptDiff.normalizeSpaces(heard));
                    }));
            return lines;
        }

        private void act(ScriptStep step) {
            FakePhone phone = twilio.phone(step.person());
            switch (step.action()) {
                case PASS -> twilio.advance(step.time());
                case CALL -> calls.put(step.person(), phone.calls(step.argument()));
                case ANSWER -> calls.put(step.person(), phone.answers());
                case TEXT -> {
                    calls.remove(step.person());
                    phone.texts(step.argument());
                }
                case TEXT_TO -> {
                    calls.remove(step.person());
                    phone.textsTo(step.other(), step.argument());
                }
                case SPEAK -> speak(step, phone);
            }
        }

        private void speak(ScriptStep step, FakePhone phone) {
            FakeCall call = calls.get(step.person());
            String said = step.argument();
            if (call == null) {
                phone.texts(said);
            } else if (said.startsWith("[presses ")) {
                call.presses(said.substring("[presses ".length(), said.length() - 1));
            } else if (said.startsWith("[mumbles ")) {
                call.says(said.substring("[mumbles ".length(), said.length() - 1), MUMBLED);
            } else if (said.equals("[stays silent]")) {
                call.staysSilent();
            } else if (said.equals("[hangs up]")) {
                call.hangsUp();
            } else {
                call.says(said);
            }
        }

        private List<String> heardBy(String person, ScriptStep step) {
            FakeCall call = calls.get(person);
            if (call != null && person.equals(step.person())) {
                return call.heardSinceLastAction();
            }
            List<String> texts = new ArrayList<>();
            twilio.settle();
            for (FakeText text = next(person); text != null; text = next(person)) {
                texts.add(text.body());
            }
            return texts;
        }

        private @Nullable FakeText next(String person) {
            return twilio.phone(person).readNext().orElse(null);
        }
    }
}
