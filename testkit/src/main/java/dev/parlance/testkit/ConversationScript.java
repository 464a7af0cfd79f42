package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.script.Script;
import dev.parlance.fake.twilio.script.ScriptRun;
import dev.parlance.fake.twilio.script.ScriptStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private final Script script;

    private ConversationScript(Script script) {
        this.script = script;
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
        return new ConversationScript(Script.parse(name, text));
    }

    /**
     * Plays the script and compares the replies.
     *
     * @throws AssertionError if the replies differ; the message shows expected and actual lines
     */
    public void play(FakeTwilio twilio) {
        ScriptRun run = ScriptRun.of(twilio);
        List<String> played = new ArrayList<>();
        for (ScriptStep step : script.steps()) {
            run.play(step).ifPresent(difference -> {
                throw differs(step, played, difference);
            });
            played.add(step.text());
            step.expected().values().forEach(patterns -> patterns.forEach(pattern -> played.add("    < " + pattern)));
        }
    }

    private AssertionError differs(ScriptStep step, List<String> played, String difference) {
        List<String> soFar = new ArrayList<>(played);
        soFar.add(step.text());
        return new AssertionError("%s:%d: the conversation differs from the script (- expected, + received):%n%n%s%n%s"
                .formatted(
                        script.name(),
                        step.line(),
                        String.join("\n", soFar).indent(2).stripTrailing(),
                        difference));
    }

    /**
     * Plays the script and returns its text with the replies that arrived in place of the expected ones. Use it to update a
     * script after you changed the application, and read the difference.
     */
    public String record(FakeTwilio twilio) {
        ScriptRun run = ScriptRun.of(twilio);
        Map<Integer, List<String>> replies = new HashMap<>();
        script.steps().forEach(step -> replies.put(step.line(), run.record(step)));
        StringBuilder recorded = new StringBuilder();
        List<String> lines = script.text().lines().toList();
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
        return script.name();
    }
}
