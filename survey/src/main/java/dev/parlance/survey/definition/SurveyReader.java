package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.Problem;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code survey.json} and reports all problems at once, each with its line. */
final class SurveyReader {
    private static final int FORMAT = 1;

    private final LocatedJson json;
    /** What the JSON Schema finds too. */
    private final ProblemList problems;
    /** What no schema can know. */
    private final ProblemList valueProblems;

    private final Fields survey;
    private final Kinds kinds;

    private SurveyReader(String file, String text, Kinds kinds) {
        this.kinds = kinds;
        this.json = LocatedJson.parse(file, text);
        this.problems = new ProblemList(file);
        this.valueProblems = new ProblemList(file);
        this.survey = new Fields(json.root(), "", problems, valueProblems);
    }

    static Survey read(String file, String text, Prompts prompts, Kinds kinds) {
        SurveyReader reader = new SurveyReader(file, text, kinds);
        SurveyBuilder builder = reader.read().prompts(prompts);
        SharedOptionsLink.apply(builder, prompts);
        Set<Problem> problems = new LinkedHashSet<>();
        List<Problem> found = reader.problems();
        found.forEach(problem -> problems.add(reader.located(problem)));
        if (problems.isEmpty()) {
            return builder.build(problem -> reader.located(problem));
        }
        // The checks run in spite of reading problems, so that all problems are reported together.
        new SurveyCheck(builder, prompts, Words.of(prompts, builder.fallbackLanguage), found)
                .problems()
                .forEach(problem -> problems.add(reader.located(problem)));
        throw SurveyException.of(problems.stream().sorted(ProblemList.BY_LINE).toList());
    }

    /**
     * Reads a survey that was checked when respondents started it. They can finish it even if a later version of this library
     * would find problems in it.
     */
    static Survey readArchived(String text, Prompts prompts, Kinds kinds) {
        SurveyReader reader = new SurveyReader("archived survey", text, kinds);
        SurveyBuilder builder = reader.read().prompts(prompts);
        List<Problem> found = reader.problems();
        if (!found.isEmpty()) {
            throw SurveyException.of(found);
        }
        return builder.buildUnchecked();
    }

    /** What the file says, whether or not it has problems. */
    static SurveyBuilder readUnchecked(String file, String text, Kinds kinds) {
        return new SurveyReader(file, text, kinds).read();
    }

    /** The problems that the JSON Schema finds too: unknown, missing and repeated fields, wrong types, words and ranges. */
    static List<Problem> schemaProblems(String file, String text, Kinds kinds) {
        SurveyReader reader = new SurveyReader(file, text, kinds);
        reader.read();
        return reader.problems.all();
    }

    private List<Problem> problems() {
        return Stream.concat(problems.all().stream(), valueProblems.all().stream())
                .toList();
    }

    private Problem located(Problem problem) {
        return json.located(problem);
    }

    private SurveyBuilder read() {
        int format = survey.integer("format", 1, Integer.MAX_VALUE, FORMAT);
        if (format > FORMAT) {
            survey.problem("format", "is " + format + ", but this library reads formats up to " + FORMAT);
        }
        SurveyBuilder builder = new SurveyBuilder(name());
        builder.kinds = kinds;
        String opening = survey.oneOf(
                "opening", OpeningStyle.ASK.word(), OpeningStyle.GUESS.word(), OpeningStyle.CONTINUE_OR_SWITCH.word());
        builder.opening(Arrays.stream(OpeningStyle.values())
                .filter(style -> style.word().equals(opening))
                .findFirst()
                .orElse(OpeningStyle.ASK));
        for (Moment moment : Moment.values()) {
            survey.text(moment.word()).ifPresent(key -> builder.say(moment, key));
        }
        if (survey.flag("repeatable")) {
            builder.repeatable();
        }
        waves().ifPresent(builder::waves);
        survey.text("fallbackLanguage").ifPresent(builder::fallbackLanguage);
        builder.rules(rules(survey, Rules.DEFAULT));
        builder.timing(timing(survey, Timing.DEFAULT));
        builder.calls(calls(survey, CallPolicy.DEFAULT));
        builder.entry(entry());
        builder.relevance(relevance());
        variables(builder);
        agents(builder);
        scales(builder);
        for (Fields quota : survey.objects("quotas")) {
            builder.quotas.add(quota(quota));
        }
        List<Fields> items = survey.objects("questions");
        if (items.isEmpty()) {
            survey.problem("questions", "is empty; add at least one question");
        }
        items.forEach(item -> builder.ask(item(item)));
        survey.done();
        return builder;
    }

    private String name() {
        String name = survey.required("name");
        if (survey.node("name").isTextual()) {
            NameCheck.surveyName(name).ifPresent(what -> survey.problem("name", what));
        }
        return name;
    }

    static Rules rules(Fields survey, Rules defaults) {
        double confidence =
                survey.decimal("confidence").map(Number::doubleValue).orElse(defaults.confidence());
        if (confidence < 0 || confidence > 1) {
            survey.problem("confidence", "must be a number from 0 to 1");
        }
        return new Rules(
                QuestionReader.attempts(survey).orElse(defaults.attempts()),
                confidence,
                survey.flag("severalAnswers"),
                survey.integer("partialAfter", 1, 1_000, defaults.partialAfter()),
                survey.integer("pause", 0, 10, defaults.pauseSeconds()),
                commands(survey, defaults.commands()));
    }

    private static Commands commands(Fields survey, Commands defaults) {
        if (!survey.has("commands")) {
            return defaults;
        }
        String word = survey.oneOf("commands", Commands.ALL.word(), Commands.CARRIERS.word());
        return word.equals(Commands.ALL.word()) ? Commands.ALL : Commands.CARRIERS;
    }

    static Timing timing(Fields survey, Timing defaults) {
        return new Timing(
                survey.durations("reminders"),
                expires(survey, defaults.expiry()),
                quietHours(survey),
                survey.parsed("zone", "a time zone such as America/Mexico_City", ZoneId::of));
    }

    private static Duration expires(Fields survey, Duration defaultValue) {
        boolean isEndless = survey.node("expires").asText().equals("never");
        return isEndless ? Timing.NEVER : survey.duration("expires").orElse(defaultValue);
    }

    private static Optional<Timing.QuietHours> quietHours(Fields survey) {
        if (!survey.has("quietHours")) {
            return Optional.empty();
        }
        Fields quiet = survey.object("quietHours");
        Optional<LocalTime> from = quiet.timeOfDay("from");
        Optional<LocalTime> to = quiet.timeOfDay("to");
        if (!quiet.has("from") || !quiet.has("to")) {
            quiet.problem("", "needs \"from\" and \"to\"");
        }
        quiet.done();
        return from.flatMap(start -> to.map(end -> new Timing.QuietHours(start, end)));
    }

    static CallPolicy calls(Fields survey, CallPolicy defaults) {
        if (!survey.has("calls")) {
            return defaults;
        }
        Fields calls = survey.object("calls");
        CallPolicy read = new CallPolicy(
                calls.integer("attempts", 1, 20, defaults.attempts()),
                calls.duration("every").orElse(defaults.interval()),
                calls.duration("ringFor").orElse(defaults.ringTimeout()),
                calls.flag("detectMachines"));
        calls.done();
        return read;
    }

    private EntryRules entry() {
        List<String> keywords = survey.texts("keywords");
        boolean interrupts = survey.flag("interrupts");
        if (!survey.has("open")) {
            return new EntryRules(keywords, interrupts, Optional.empty(), Optional.empty());
        }
        Fields open = survey.object("open");
        if (!open.has("from") && !open.has("until")) {
            open.problem("", "needs \"from\" or \"until\"");
        }
        Optional<Instant> from = open.instant("from");
        Optional<Instant> until = until(open, from);
        open.done();
        return new EntryRules(keywords, interrupts, from, until);
    }

    private Relevance relevance() {
        if (!survey.has("relevant")) {
            return Relevance.ALWAYS;
        }
        Fields relevant = survey.object("relevant");
        if (!relevant.has("from") && !relevant.has("until") && !relevant.has("for")) {
            relevant.problem("", "needs \"from\", \"until\" or \"for\"");
        }
        Optional<Instant> from = relevant.instant("from");
        Optional<Instant> until = until(relevant, from);
        Optional<Duration> time = relevant.duration("for");
        relevant.done();
        return new Relevance(from, until, time);
    }

    private static Optional<Instant> until(Fields fields, Optional<Instant> from) {
        Optional<Instant> until = fields.instant("until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            fields.valueProblem("until", "must be after \"from\"");
        }
        return until;
    }

    private Optional<Waves> waves() {
        if (!survey.has("waves")) {
            return Optional.empty();
        }
        Fields waves = survey.object("waves");
        Optional<Period> every = waves.parsed("every", Waves.PERIOD, Waves.PERIODS, Period::parse);
        int most = waves.integer("most", 2, Waves.MAX, 2);
        for (String name : List.of("every", "most")) {
            if (!waves.has(name)) {
                waves.problem("", "needs \"" + name + "\"");
            }
        }
        waves.done();
        return every.map(time -> Waves.every(time, most));
    }

    private void variables(SurveyBuilder builder) {
        if (!survey.has("variables")) {
            return;
        }
        Fields variables = survey.object("variables");
        for (String name : variables.freeNames()) {
            variables
                    .text(name)
                    .ifPresentOrElse(
                            text -> builder.variable(name, text),
                            () -> variables.problem(name, "needs a default value, in quotes; it may be empty"));
        }
    }

    private void agents(SurveyBuilder builder) {
        if (survey.has("agents")) {
            Fields agents = survey.object("agents");
            agents.freeNames().forEach(name -> builder.agent(Agent.read(name, agents.object(name))));
        }
    }

    private void scales(SurveyBuilder builder) {
        if (!survey.has("scales")) {
            return;
        }
        Fields scales = survey.object("scales");
        for (String name : scales.freeNames()) {
            builder.scales.put(name, SharedOptions.readScale(scales.object(name)));
        }
    }

    private static Quota quota(Fields quota) {
        Quota read = new Quota(
                quota.required("name"),
                quota.condition("when"),
                quota.integer("limit", 1, Quota.MAX_QUOTAS, 1),
                quota.text("prompt"));
        if (!quota.has("limit")) {
            quota.problem("", "needs \"limit\"");
        }
        quota.done();
        return read;
    }

    private Group item(Fields item) {
        if (!item.has("group")) {
            return Group.alone(QuestionReader.question(item, kinds));
        }
        List<Question> questions = new ArrayList<>();
        item.objects("questions").forEach(fields -> questions.add(QuestionReader.question(fields, kinds)));
        if (questions.isEmpty()) {
            item.problem("", "is a group without questions");
        }
        Group group = new Group(
                item.name("group"),
                item.condition("when"),
                repeat(item),
                item.oneOf("order", "given", "random").equals("random"),
                questions,
                Optional.empty());
        item.done();
        return group;
    }

    private static Repeat repeat(Fields item) {
        if (!item.has("repeat")) {
            return Repeat.ONCE;
        }
        Fields repeat = item.object("repeat");
        Map<String, JsonNode> given = new TreeMap<>();
        for (String name : List.of("times", "answer", "forEach")) {
            if (repeat.has(name)) {
                given.put(name, repeat.node(name));
            }
        }
        repeat.done();
        if (given.size() != 1) {
            repeat.problem("", "needs exactly one of \"times\", \"answer\" and \"forEach\"");
            return Repeat.ONCE;
        }
        if (given.containsKey("times")) {
            return Repeat.times(repeat.integer("times", 1, Repeat.MAX_TIMES, 1));
        }
        if (given.containsKey("answer")) {
            return Repeat.asAnswered(repeat.required("answer"));
        }
        if (!repeat.node("forEach").isArray()) {
            return Repeat.forEach(repeat.required("forEach"));
        }
        List<String> items = repeat.texts("forEach");
        if (items.isEmpty() || items.size() > Repeat.MAX_TIMES) {
            repeat.problem("", "needs 1 to " + Repeat.MAX_TIMES + " items in \"forEach\", not " + items.size());
        }
        return Repeat.forEach(items);
    }

    /** Whether a condition always holds. */
    static boolean isAlways(Condition condition) {
        return condition.equals(Condition.All.ALWAYS);
    }
}
