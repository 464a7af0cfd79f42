package dev.parlance.survey.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes a session as JSON, and reads it back. What another version wrote beside is kept. */
final class SessionJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Object> ANYTHING = new TypeReference<>() {};
    private static final int FORMAT = 1;
    private static final Set<String> KNOWN = Set.of(
            "format",
            "survey",
            "respondent",
            "revision",
            "person",
            "progress",
            "answers",
            "earlier",
            "transcripts",
            "quotas",
            "handled",
            "events",
            "published",
            "contact",
            "run",
            "dropped");

    private SessionJson() {}

    static String write(Session session) {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("survey", session.survey())
                .put("respondent", session.respondent().value())
                .put("revision", session.revision());
        person(session.person(), json.putObject("person"));
        progress(session.progress(), json.putObject("progress"));
        ArrayNode answers = json.putArray("answers");
        session.answers().values().forEach(answer -> answer(answer, answers.addObject()));
        ArrayNode earlier = json.putArray("earlier");
        session.earlier().forEach(answer -> answer(answer, earlier.addObject()));
        ObjectNode transcripts = json.putObject("transcripts");
        session.transcripts().forEach(transcripts::put);
        ObjectNode quotas = json.putObject("quotas");
        session.quotas().forEach(quotas::put);
        ArrayNode handled = json.putArray("handled");
        session.outbox()
                .handled()
                .forEach(one -> handled.addArray().add(one.id()).add(one.reply()));
        ArrayNode events = json.putArray("events");
        session.outbox().events().forEach(event -> event(event, events.addObject()));
        json.put("published", session.outbox().published());
        contact(session.contact(), json.putObject("contact"));
        if (session.run() > 1) {
            json.put("run", session.run());
        }
        if (session.dropped() > 0) {
            json.put("dropped", session.dropped());
        }
        session.others().forEach(json::putPOJO);
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new SurveyException("a tree cannot fail to be written", e);
        }
    }

    static Session read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SurveyException("The store has a session that is no JSON", e);
        }
        if (json.path("format").asInt() > FORMAT) {
            throw new SurveyException("The store has a session of format "
                    + json.path("format").asInt() + ", newer than this library reads: " + FORMAT);
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        json.path("answers").forEach(node -> {
            Answer answer = answer(node);
            answers.put(answer.question(), answer);
        });
        Map<String, Boolean> quotas = new LinkedHashMap<>();
        json.path("quotas")
                .properties()
                .forEach(quota -> quotas.put(quota.getKey(), quota.getValue().asBoolean()));
        Map<String, Object> others = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (!KNOWN.contains(field.getKey())) {
                others.put(field.getKey(), JSON.convertValue(field.getValue(), ANYTHING));
            }
        });
        return new Session(
                json.path("survey").asText(),
                Address.of(json.path("respondent").asText()),
                json.path("revision").asText(),
                person(json.path("person")),
                progress(json.path("progress")),
                answers,
                list(json.path("earlier"), SessionJson::answer),
                texts(json.path("transcripts")),
                quotas,
                new Outbox(
                        list(
                                json.path("handled"),
                                one -> new Handled(
                                        one.path(0).asText(), one.path(1).asText())),
                        list(json.path("events"), SessionJson::event),
                        json.path("published").asLong()),
                contact(json.path("contact")),
                json.path("run").asInt(1),
                json.path("dropped").asInt(),
                others);
    }

    private static void person(Person person, ObjectNode json) {
        json.put("language", person.language()).put("languageKnown", person.languageKnown());
        person.zone().ifPresent(zone -> json.put("zone", zone.getId()));
        ObjectNode variables = json.putObject("variables");
        person.variables().forEach(variables::put);
        json.put("seed", person.seed());
    }

    private static Person person(JsonNode json) {
        return new Person(
                json.path("language").asText(),
                json.path("languageKnown").asBoolean(),
                text(json, "zone").map(ZoneId::of),
                texts(json.path("variables")),
                json.path("seed").asLong());
    }

    private static void progress(Progress progress, ObjectNode json) {
        json.put("disposition", progress.disposition().name())
                .put("stage", progress.stage().name())
                .put("at", progress.at())
                .put("attempts", progress.attempts())
                .put("turn", progress.turn())
                .put("channel", progress.channel());
        progress.path().forEach(json.putArray("path")::add);
        if (!progress.unsure().isEmpty()) {
            ArrayNode unsure = json.putArray("unsure");
            progress.unsure().forEach(answer -> answer(answer, unsure.addObject()));
        }
        json.put("reacted", progress.reacted()).put("askedTurn", progress.askedTurn());
        put(json, "started", progress.started());
        put(json, "asked", progress.asked());
        put(json, "ended", progress.ended());
    }

    private static Progress progress(JsonNode json) {
        return new Progress(
                Disposition.valueOf(json.path("disposition").asText()),
                Stage.valueOf(json.path("stage").asText()),
                json.path("at").asText(),
                json.path("attempts").asInt(),
                json.path("turn").asInt(),
                json.path("channel").asText().toLowerCase(Locale.ROOT),
                list(json.path("path"), JsonNode::asText),
                unsure(json.path("unsure")),
                json.path("reacted").asBoolean(true),
                instant(json, "started"),
                instant(json, "asked"),
                json.path("askedTurn").asInt(),
                instant(json, "ended"));
    }

    /** A list; one object in sessions of earlier versions. */
    private static List<Answer> unsure(JsonNode json) {
        return json.isObject() ? List.of(answer(json)) : list(json, SessionJson::answer);
    }

    private static void answer(Answer answer, ObjectNode json) {
        json.put("question", answer.question());
        answer.value().parts().forEach(json.putArray("value")::add);
        json.put("how", answer.how().name())
                .put("confidence", answer.confidence())
                .put("language", answer.language())
                .put("attempt", answer.attempt())
                .put("at", answer.at().toString());
        answer.recording().ifPresent(sid -> json.put("recording", sid));
        if (!answer.channel().equals(usualChannel(answer.how()))) {
            json.put("channel", answer.channel());
        }
    }

    private static String usualChannel(Answer.How how) {
        boolean isText = how == Answer.How.TEXT || how == Answer.How.LATE;
        return (isText ? Medium.TEXT : Medium.VOICE).channel();
    }

    private static Answer answer(JsonNode json) {
        Answer.How how = Answer.How.valueOf(json.path("how").asText());
        return new Answer(
                json.path("question").asText(),
                new Value(list(json.path("value"), JsonNode::asText)),
                how,
                json.path("confidence").asDouble(),
                json.path("language").asText(),
                json.path("attempt").asInt(),
                Instant.parse(json.path("at").asText()),
                text(json, "recording"),
                text(json, "channel").orElseGet(() -> usualChannel(how)));
    }

    private static void event(SurveyEvent event, ObjectNode json) {
        json.put("type", event.type().name())
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("disposition", event.disposition().name());
        event.answer().ifPresent(answer -> answer(answer, json.putObject("answer")));
        if (!event.form().isEmpty()) {
            ObjectNode form = json.putObject("form");
            event.form().forEach(form::put);
        }
    }

    private static SurveyEvent event(JsonNode json) {
        Map<String, String> form = new LinkedHashMap<>();
        json.path("form")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asText()));
        return new SurveyEvent(
                SurveyEvent.Type.valueOf(json.path("type").asText()),
                json.path("sequence").asLong(),
                Instant.parse(json.path("at").asText()),
                json.has("answer") ? Optional.of(answer(json.path("answer"))) : Optional.empty(),
                Disposition.valueOf(json.path("disposition").asText()),
                form);
    }

    private static void contact(Contact contact, ObjectNode json) {
        json.put("reminders", contact.reminders()).put("calls", contact.calls());
        contact.claim().ifPresent(claim -> json.put("claim", claim));
        contact.call().ifPresent(call -> json.put("call", call));
        if (contact.failures() > 0) {
            json.put("failures", contact.failures());
        }
        put(json, "wakeAt", contact.wakeAt());
    }

    private static Contact contact(JsonNode json) {
        return new Contact(
                json.path("reminders").asInt(),
                json.path("calls").asInt(),
                text(json, "claim"),
                text(json, "call"),
                json.path("failures").asInt(),
                instant(json, "wakeAt"));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }

    private static void put(ObjectNode json, String name, Optional<Instant> time) {
        time.ifPresent(instant -> json.put(name, instant.toString()));
    }

    private static Optional<Instant> instant(JsonNode json, String name) {
        return text(json, name).map(Instant::parse);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>(array.size());
        array.forEach(node -> list.add(read.apply(node)));
        return list;
    }
}
