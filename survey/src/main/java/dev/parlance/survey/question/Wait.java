package dev.parlance.survey.question;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets time pass before the survey goes on by itself: some hours or days, or until a day that is known. In {@code survey.json}:
 *
 * <pre>
 * {"id": "tomorrow", "kind": "wait", "for": "PT24H"}
 * {"id": "visit", "kind": "wait", "until": {"answer": "appointment"}, "at": "09:00"}
 * </pre>
 *
 * <p>Its prompt is said when the waiting begins, and to a person who writes or calls before it is over.
 *
 * @param time how long to wait; empty if until a day
 * @param until the day; empty if for a time
 * @param at the time of that day, in the person's time zone
 */
public record Wait(QuestionSettings settings, Optional<Duration> time, Optional<Operand> until, LocalTime at)
        implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("wait", Wait::read)
            .schema("""
            {
              "for": {"$ref": "#/$defs/time", "description": "How long to wait."},
              "until": {"$ref": "#/$defs/operand", "description": "The day to wait for."},
              "at": {"$ref": "#/$defs/clock", "description": "The time of that day, in the person's time zone.", "default": "09:00"}
            }""")
            .rules("{\"oneOf\": [{\"required\": [\"for\"]}, {\"required\": [\"until\"]}]}");

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** Waits for some time. */
    public static Wait time(String id, Duration time) {
        return new Wait(QuestionSettings.of(id), Optional.of(time), Optional.empty(), MORNING);
    }

    /** Waits until nine o'clock of a day, such as one that was answered. */
    public static Wait until(String id, Operand day) {
        return new Wait(QuestionSettings.of(id), Optional.empty(), Optional.of(day), MORNING);
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        Optional<Duration> time = fields.duration("for");
        Optional<Operand> until = fields.operand("until");
        if (fields.has("for") == fields.has("until")) {
            fields.problem("", "needs either \"for\" or \"until\"");
        }
        Optional<LocalTime> at = fields.timeOfDay("at");
        return new Wait(settings, time, until, at.orElse(MORNING));
    }

    /** When the waiting ends; empty if the day is not known. */
    public Optional<Instant> end(Instant begin, ConditionContext known, ZoneId zone) {
        return time.map(begin::plus)
                .or(() -> until.flatMap(day -> day.value(known))
                        .flatMap(Wait::day)
                        .map(day -> day.atTime(at).atZone(zone).toInstant()));
    }

    private static Optional<LocalDate> day(Value value) {
        try {
            return Optional.of(LocalDate.parse(value.text()));
        } catch (DateTimeException e) {
            // A variable can hold anything.
            return Optional.empty();
        }
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        until.ifPresent(day -> {
            if (day instanceof Operand.ContactField || day instanceof Operand.AnswerIn) {
                problems.add(
                        "until",
                        "must be an answer or a variable of this survey: give \"" + day.description()
                                + "\" a name with a compute, such as {\"id\": \"day\", \"kind\": \"compute\", \"value\": …}");
            }
            references.check("until", day);
            day.order(references)
                    .filter(order -> order != Order.DATES)
                    .ifPresent(order -> problems.add(
                            "until", "uses \"" + day.description() + "\", whose values are " + order + ", not dates"));
        });
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new Wait(newSettings, time, until, at);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        time.ifPresent(length -> details.put("for", length.toString()));
        until.ifPresent(day -> details.put("until", day.toJson()));
        if (!at.equals(MORNING)) {
            details.put("at", at.toString());
        }
        return details;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.none();
    }

    @Override
    public Reading read(Input input, AskContext context) {
        return Reading.unclear("invalid.answer");
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
