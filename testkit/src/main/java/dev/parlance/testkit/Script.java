package dev.parlance.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a text that anyone can read and write, and that is a test all the same.
 *
 * <pre>
 * # What stands behind &gt; is said to us, what stands behind &lt; is to be answered; … is anything at all.
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
 * Script.of(Path.of("src/test/conversations/greeting.txt")).play(twilio);
 * }</pre>
 */
public final class Script {
    private final String name;
    private final List<ScriptBlock> blocks;

    private Script(String name, List<ScriptBlock> blocks) {
        this.name = name;
        this.blocks = blocks;
    }

    /**
     * Reads a script from a file.
     *
     * @throws IllegalArgumentException if a line of it says nothing that a script can say
     */
    public static Script of(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + file + " cannot be read", e);
        }
    }

    /** Every file of a folder, in the order of their names: one script each. */
    public static List<Script> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(Script::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    /**
     * Reads a script.
     *
     * @param name what failures call it
     * @throws IllegalArgumentException if a line of it says nothing that a script can say
     */
    public static Script parse(String name, String text) {
        return new Script(name, ScriptReader.read(name, text));
    }

    /**
     * Has the people of the script do what they do, and looks at what they are answered.
     *
     * @throws AssertionError if that is not what the script says: with both, line by line
     */
    public void play(FakeTwilio twilio) {
        Performance performance = new Performance(twilio);
        blocks.forEach(performance::play);
    }

    /** The script's name. */
    @Override
    public String toString() {
        return name;
    }

    /** Who is there, and what is going on. */
    private final class Performance {
        private final FakeTwilio twilio;
        private final Map<String, FakeCall> calls = new LinkedHashMap<>();
        private final List<String> played = new ArrayList<>();

        Performance(FakeTwilio twilio) {
            this.twilio = twilio;
        }

        void play(ScriptBlock block) {
            act(block);
            block.expected().forEach((person, patterns) -> {
                ScriptDiff diff = ScriptDiff.of(patterns, heardBy(person, block));
                if (!diff.isSame()) {
                    played.add(block.text());
                    throw new AssertionError(
                            "%s:%d: the conversation went another way (- the script, + what came):%n%n%s%n%s"
                                    .formatted(
                                            name,
                                            block.line(),
                                            String.join("\n", played).indent(2).stripTrailing(),
                                            diff));
                }
            });
            played.add(block.text());
            block.expected().values().forEach(patterns -> patterns.forEach(pattern -> played.add("    < " + pattern)));
        }

        private void act(ScriptBlock block) {
            FakePhone phone = twilio.phone(block.person());
            switch (block.deed()) {
                case PASS -> twilio.advance(block.time());
                case CALL -> calls.put(block.person(), phone.calls(block.argument()));
                case ANSWER -> calls.put(block.person(), phone.answers());
                case TEXT -> {
                    calls.remove(block.person());
                    phone.texts(block.argument());
                }
                case TEXT_TO -> {
                    calls.remove(block.person());
                    phone.textsTo(block.other(), block.argument());
                }
                case SPEAK -> speak(block, phone);
            }
        }

        private void speak(ScriptBlock block, FakePhone phone) {
            FakeCall call = calls.get(block.person());
            String said = block.argument();
            if (call == null) {
                phone.texts(said);
            } else if (said.startsWith("[presses ")) {
                call.presses(said.substring("[presses ".length(), said.length() - 1));
            } else if (said.equals("[stays silent]")) {
                call.staysSilent();
            } else if (said.equals("[hangs up]")) {
                call.hangsUp();
            } else {
                call.says(said);
            }
        }

        private List<String> heardBy(String person, ScriptBlock block) {
            FakeCall call = calls.get(person);
            if (call != null && person.equals(block.person())) {
                return call.heardSinceLastDeed();
            }
            List<String> texts = new ArrayList<>();
            twilio.settle();
            for (FakeText text = next(person); text != null; text = next(person)) {
                texts.add(text.body());
            }
            return texts;
        }

        private @Nullable FakeText next(String person) {
            return twilio.phone(person).readsNext().orElse(null);
        }
    }
}
