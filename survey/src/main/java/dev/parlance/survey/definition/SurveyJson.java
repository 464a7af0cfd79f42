package dev.parlance.survey.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.TimeLimit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a survey in the format of {@code survey.json}, leaving out defaults. */
final class SurveyJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SurveyJson() {}

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new SurveyException("This JSON was not written by Survey.toJson()", e);
        }
    }

    static String write(Survey survey) {
        try {
            return JSON.writeValueAsString(json(survey));
        } catch (JsonProcessingException e) {
            throw new SurveyException("writing a JSON tree failed", e);
        }
    }

    private static Map<String, Object> json(Survey survey) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", 1);
        json.put("name", survey.name());
        json.put("opening", survey.opening().word());
        for (Moment moment : Moment.values()) {
            survey.wording(moment).ifPresent(key -> json.put(moment.word(), key));
        }
        if (!survey.variables().isEmpty()) {
            json.put("variables", new TreeMap<>(survey.variables()));
        }
        survey.fallbackLanguage().ifPresent(tag -> json.put("fallbackLanguage", tag));
        rules(survey.rules(), json);
        timing(survey.timing(), json);
        calls(survey.calls(), json);
        entry(survey.entry(), json);
        putUnless(json, "relevant", relevance(survey.relevance()), Map.of());
        putUnless(json, "repeatable", survey.isRepeatable(), false);
        survey.waves().ifPresent(waves -> json.put("waves", waves(waves)));
        if (!survey.agents().isEmpty()) {
            Map<String, Object> agents = new LinkedHashMap<>();
            survey.agents().forEach((name, agent) -> agents.put(name, agent.toJson()));
            json.put("agents", agents);
        }
        if (!survey.scales().isEmpty()) {
            Map<String, Object> scales = new LinkedHashMap<>();
            survey.scales()
                    .forEach((name, options) -> scales.put(
                            name,
                            Map.of(
                                    "options",
                                    options.stream().map(Option::toJson).toList())));
            json.put("scales", scales);
        }
        if (!survey.quotas().isEmpty()) {
            json.put("quotas", survey.quotas().stream().map(SurveyJson::quota).toList());
        }
        json.put("questions", survey.groups().stream().map(SurveyJson::group).toList());
        return json;
    }

    private static void rules(Rules rules, Map<String, Object> json) {
        putUnless(json, "attempts", attempts(rules.attempts()), attempts(Rules.DEFAULT.attempts()));
        putUnless(json, "confidence", rules.confidence(), Rules.DEFAULT.confidence());
        putUnless(json, "severalAnswers", rules.severalAnswers(), Rules.DEFAULT.severalAnswers());
        putUnless(json, "partialAfter", rules.partialAfter(), Rules.DEFAULT.partialAfter());
        putUnless(json, "pause", rules.pauseSeconds(), Rules.DEFAULT.pauseSeconds());
        putUnless(
                json,
                "commands",
                rules.commands().word(),
                Rules.DEFAULT.commands().word());
    }

    private static Map<String, Object> attempts(Attempts attempts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("most", attempts.max());
        json.put(
                "then",
                switch (attempts.then()) {
                    case CONTINUE -> "goOn";
                    case SKIP -> "skip";
                    case END -> "end";
                    case HAND_OVER -> "handOver";
                });
        attempts.handOver().ifPresent(to -> json.put("handOver", to));
        return json;
    }

    private static void timing(Timing timing, Map<String, Object> json) {
        if (!timing.reminders().isEmpty()) {
            json.put(
                    "reminders",
                    timing.reminders().stream().map(Duration::toString).toList());
        }
        putUnless(
                json,
                "expires",
                timing.expiry().equals(Timing.NEVER) ? "never" : timing.expiry().toString(),
                Timing.DEFAULT.expiry().toString());
        timing.quietHours().ifPresent(hours -> {
            Map<String, Object> quiet = new LinkedHashMap<>();
            quiet.put("from", hours.from().toString());
            quiet.put("to", hours.to().toString());
            json.put("quietHours", quiet);
        });
        timing.zone().map(ZoneId::getId).ifPresent(zone -> json.put("zone", zone));
    }

    private static void calls(CallPolicy callPolicy, Map<String, Object> json) {
        if (callPolicy.equals(CallPolicy.DEFAULT)) {
            return;
        }
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("attempts", callPolicy.attempts());
        own.put("every", callPolicy.interval().toString());
        own.put("ringFor", callPolicy.ringTimeout().toString());
        own.put("detectMachines", callPolicy.detectMachines());
        json.put("calls", own);
    }

    private static Map<String, Object> waves(Waves waves) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("every", waves.every().toString());
        json.put("most", waves.most());
        return json;
    }

    private static void entry(EntryRules entry, Map<String, Object> json) {
        putUnless(json, "keywords", entry.keywords(), List.of());
        putUnless(json, "interrupts", entry.interrupts(), false);
        if (entry.isScheduled()) {
            Map<String, Object> open = new LinkedHashMap<>();
            entry.from().ifPresent(from -> open.put("from", from.toString()));
            entry.until().ifPresent(until -> open.put("until", until.toString()));
            json.put("open", open);
        }
    }

    private static Map<String, Object> relevance(Relevance relevance) {
        Map<String, Object> json = new LinkedHashMap<>();
        relevance.from().ifPresent(from -> json.put("from", from.toString()));
        relevance.until().ifPresent(until -> json.put("until", until.toString()));
        relevance.time().ifPresent(time -> json.put("for", time.toString()));
        return json;
    }

    private static Map<String, Object> quota(Quota quota) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", quota.name());
        json.put("when", quota.when().toJson());
        json.put("limit", quota.limit());
        quota.prompt().ifPresent(prompt -> json.put("prompt", prompt));
        return json;
    }

    private static Map<String, Object> group(Group group) {
        if (group.matrix().isPresent()) {
            return question(group.matrix().get());
        }
        if (group.isAlone() && isAlways(group.when()) && group.repeat().isOnce()) {
            return question(group.questions().get(0));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", group.id());
        if (!isAlways(group.when())) {
            json.put("when", group.when().toJson());
        }
        if (!group.repeat().isOnce()) {
            json.put("repeat", repeat(group.repeat()));
        }
        if (group.shuffled()) {
            json.put("order", "random");
        }
        json.put(
                "questions",
                group.questions().stream().map(SurveyJson::question).toList());
        return json;
    }

    private static Map<String, Object> repeat(Repeat repeat) {
        return switch (repeat.by()) {
            case TIMES -> Map.of("times", repeat.times());
            case NUMBER -> Map.of("answer", repeat.question());
            case CHOSEN -> Map.of("forEach", repeat.question());
            case LISTED -> Map.of("forEach", repeat.items());
        };
    }

    /** A question in the format of {@code survey.json}. */
    static Map<String, Object> question(Question question) {
        QuestionSettings settings = question.settings();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", settings.id());
        json.put("kind", question.kind().name());
        putUnless(json, "prompt", settings.prompt(), settings.id());
        json.putAll(question.details());
        if (!isAlways(settings.when())) {
            json.put("when", settings.when().toJson());
        }
        if (!settings.next().isEmpty()) {
            json.put("next", next(settings.next()));
        }
        putUnless(json, "optional", settings.optional(), false);
        settings.attempts().ifPresent(own -> json.put("attempts", attempts(own)));
        settings.answerWithin().ifPresent(limit -> json.put("answerWithin", answerWithin(limit)));
        return json;
    }

    private static Object answerWithin(TimeLimit limit) {
        String time = limit.time().toString();
        return limit.then()
                .<Object>map(target -> Map.of("time", time, "then", target))
                .orElse(time);
    }

    private static List<Object> next(List<Jump> jumps) {
        List<Object> json = new ArrayList<>();
        for (Jump jump : jumps) {
            Map<String, Object> item = new LinkedHashMap<>();
            if (!isAlways(jump.when())) {
                item.put("when", jump.when().toJson());
            }
            item.put("to", jump.to());
            json.add(item);
        }
        return json;
    }

    private static boolean isAlways(Condition condition) {
        return condition.equals(Condition.All.ALWAYS);
    }

    private static void putUnless(Map<String, Object> json, String name, Object value, Object usual) {
        if (!value.equals(usual)) {
            json.put(name, value);
        }
    }
}
