package dev.parlance.fake.twilio.script;

import dev.parlance.fake.twilio.script.ScriptStep.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a script. */
final class ScriptReader {
    private static final String ADDRESS = "(\\+\\d+|[a-z]+:\\S+)";
    private static final Pattern TEXT = Pattern.compile(ADDRESS + "\\s*>\\s?(.*)");
    private static final Pattern TEXT_TO = Pattern.compile(ADDRESS + "\\s+to\\s+(\\S+)\\s*>\\s?(.*)");
    private static final Pattern SPEAK_IN_CALL = Pattern.compile(ADDRESS + "\\s+in\\s+call\\s*>\\s?(.*)");
    private static final Pattern SPEAK = Pattern.compile(">\\s?(.*)");
    private static final Pattern EXPECT = Pattern.compile("(?:" + ADDRESS + "\\s*)?<\\s?(.*)");
    private static final Pattern CALL = Pattern.compile(ADDRESS + "\\s+calls\\s+(\\S+)");
    private static final Pattern ANSWER = Pattern.compile(ADDRESS + "\\s+answers");
    private static final Pattern DECLINE = Pattern.compile(ADDRESS + "\\s+declines");
    private static final Pattern PASS = Pattern.compile("\\[(\\d{1,6}) (second|minute|hour|day)s? pass(?:es)?]");

    private final String name;
    private final List<ScriptStep> steps = new ArrayList<>();
    private @Nullable String person;

    private ScriptReader(String name) {
        this.name = name;
    }

    static List<ScriptStep> read(String name, String text) {
        ScriptReader reader = new ScriptReader(name);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.read(i + 1, line);
            }
        }
        return List.copyOf(reader.steps);
    }

    private void read(int number, String line) {
        Matcher expect = EXPECT.matcher(line);
        Matcher textTo = TEXT_TO.matcher(line);
        Matcher text = TEXT.matcher(line);
        Matcher speak = SPEAK.matcher(line);
        Matcher speakInCall = SPEAK_IN_CALL.matcher(line);
        Matcher call = CALL.matcher(line);
        Matcher answer = ANSWER.matcher(line);
        Matcher decline = DECLINE.matcher(line);
        Matcher pass = PASS.matcher(line);
        if (textTo.matches()) {
            person = textTo.group(1);
            add(number, line, Action.TEXT_TO, textTo.group(2), textTo.group(3), Duration.ZERO);
        } else if (speakInCall.matches()) {
            person = speakInCall.group(1);
            add(number, line, Action.SPEAK_IN_CALL, "", speakInCall.group(2), Duration.ZERO);
        } else if (text.matches()) {
            person = text.group(1);
            add(number, line, Action.TEXT, "", text.group(2), Duration.ZERO);
        } else if (call.matches()) {
            person = call.group(1);
            add(number, line, Action.CALL, "", call.group(2), Duration.ZERO);
        } else if (answer.matches()) {
            person = answer.group(1);
            add(number, line, Action.ANSWER, "", "", Duration.ZERO);
        } else if (decline.matches()) {
            person = decline.group(1);
            add(number, line, Action.DECLINE, "", "", Duration.ZERO);
        } else if (pass.matches()) {
            add(number, line, Action.PASS, "", "", time(pass));
        } else if (speak.matches()) {
            add(number, line, Action.SPEAK, "", speak.group(1), Duration.ZERO);
        } else if (expect.matches()) {
            expect(number, line, expect.group(1), expect.group(2));
        } else {
            throw invalid(
                    number,
                    line,
                    "expected +NUMBER > text, < text, > text, +NUMBER calls +NUMBER,"
                            + " +NUMBER answers, +NUMBER declines, or [2 hours pass]");
        }
    }

    private void add(int number, String line, Action action, String other, String argument, Duration time) {
        if (person == null && action != Action.PASS) {
            throw invalid(number, line, "no person has been named yet: start with +NUMBER > text");
        }
        String phone = person == null ? "" : person;
        ScriptStep step = new ScriptStep(number, line, phone, action, other, argument, time, new LinkedHashMap<>());
        if (!phone.isEmpty()) {
            step.expected().put(phone, new ArrayList<>());
        }
        steps.add(step);
    }

    private void expect(int number, String line, @Nullable String recipient, String pattern) {
        if (steps.isEmpty() || (recipient == null && person == null)) {
            throw invalid(number, line, "no one has done anything yet: start with +NUMBER > text");
        }
        String phone = recipient == null ? String.valueOf(person) : recipient;
        steps.get(steps.size() - 1)
                .expected()
                .computeIfAbsent(phone, any -> new ArrayList<>())
                .add(pattern);
    }

    private static Duration time(Matcher pass) {
        long count = Long.parseLong(pass.group(1));
        return switch (pass.group(2)) {
            case "second" -> Duration.ofSeconds(count);
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private IllegalArgumentException invalid(int number, String line, String why) {
        return new IllegalArgumentException("%s:%d: \"%s\": %s".formatted(name, number, line, why));
    }
}
