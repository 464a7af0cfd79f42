package dev.parlance.survey.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Delivery;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes a session as JSON, piece by piece. */
final class SessionWriter {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();
    private static final int LENGTH_WITHOUT_ANSWERS = 700;
    private static final int LENGTH_PER_ANSWER = 150;
    private static final int LENGTH_PER_EVENT = 220;

    private final JsonGenerator json;
    /** The time that was written last: an answer and its event have the same one. */
    private Instant lastTime = Instant.EPOCH;

    private String lastText = Times.write(lastTime);

    private SessionWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(SessionState session) {
        StringWriter text = new StringWriter(usualLength(session));
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new SessionWriter(json).session(session);
        } catch (IOException e) {
            throw new SurveyException("Could not write a session", e);
        }
        return text.toString();
    }

    /** About how long the JSON is, so that it is not copied while it grows. */
    private static int usualLength(SessionState session) {
        return LENGTH_WITHOUT_ANSWERS
                + LENGTH_PER_ANSWER
                        * (session.answers().size() + session.earlierAnswers().size())
                + LENGTH_PER_EVENT * session.outbox().events().size();
    }

    private void session(SessionState session) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", SessionReader.FORMAT);
        json.writeStringField("survey", session.survey());
        json.writeStringField("respondent", session.respondent().value());
        json.writeStringField("revision", session.revision());
        person(session.person());
        progress(session.progress());
        answers("answers", session.answers().values());
        answers("earlier", session.earlierAnswers());
        texts("transcripts", session.transcripts());
        json.writeObjectFieldStart("quotas");
        for (Map.Entry<String, Boolean> quota : session.quotas().entrySet()) {
            json.writeBooleanField(quota.getKey(), quota.getValue());
        }
        json.writeEndObject();
        outbox(session.outbox());
        contact(session.contact());
        if (session.run() > 1) {
            json.writeNumberField("run", session.run());
        }
        text("occasion", session.occasion());
        if (session.dropped() > 0) {
            json.writeNumberField("dropped", session.dropped());
        }
        if (!session.missed().replies().isEmpty()) {
            missed(session.missed());
        }
        if (!session.requests().isEmpty()) {
            requests(session.requests());
        }
        if (!session.changes().isEmpty()) {
            changes(session.changes());
        }
        if (!session.replaced().isEmpty()) {
            lists("replaced", session.replaced());
        }
        if (!session.given().isEmpty()) {
            lists("given", session.given());
        }
        if (!session.hidden().isEmpty()) {
            hidden(session.hidden());
        }
        if (session.waves().isPresent()) {
            waves(session.waves().get());
        }
        for (Map.Entry<String, Object> other : session.others().entrySet()) {
            json.writePOJOField(other.getKey(), other.getValue());
        }
        json.writeEndObject();
    }

    private void hidden(Map<String, Set<String>> hidden) throws IOException {
        json.writeObjectFieldStart("hidden");
        for (Map.Entry<String, Set<String>> question : hidden.entrySet()) {
            json.writeArrayFieldStart(question.getKey());
            for (String option : new TreeSet<>(question.getValue())) {
                json.writeString(option);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void waves(WavePlan plan) throws IOException {
        json.writeObjectFieldStart("waves");
        time("first", Optional.of(plan.first()));
        json.writeNumberField("last", plan.last());
        json.writeEndObject();
    }

    private void person(Person person) throws IOException {
        json.writeObjectFieldStart("person");
        json.writeStringField("language", person.language());
        json.writeBooleanField("languageKnown", person.languageKnown());
        text("zone", person.zone().map(ZoneId::getId));
        texts("variables", person.variables());
        json.writeNumberField("seed", person.shuffleSeed());
        json.writeEndObject();
    }

    private void progress(Progress progress) throws IOException {
        json.writeObjectFieldStart("progress");
        json.writeStringField("disposition", progress.disposition().name());
        json.writeStringField("stage", progress.stage().name());
        json.writeStringField("at", progress.question());
        json.writeNumberField("attempts", progress.attempts());
        json.writeNumberField("turn", progress.turn());
        json.writeStringField("channel", progress.channel());
        list("path", progress.path());
        if (!progress.unconfirmed().isEmpty()) {
            answers("unsure", progress.unconfirmed());
        }
        if (progress.chosen().isPresent()) {
            json.writeFieldName("chosen");
            answer(progress.chosen().get());
        }
        json.writeBooleanField("reacted", progress.hasResponded());
        json.writeNumberField("askedTurn", progress.askedTurn());
        time("started", progress.started());
        time("asked", progress.asked());
        time("contacted", progress.contacted());
        time("openSince", progress.openSince());
        if (progress.timeOuts() > 0) {
            json.writeNumberField("timeOuts", progress.timeOuts());
        }
        time("ended", progress.ended());
        json.writeEndObject();
    }

    private void answers(String name, Collection<Answer> answers) throws IOException {
        json.writeArrayFieldStart(name);
        for (Answer answer : answers) {
            answer(answer);
        }
        json.writeEndArray();
    }

    private void answer(Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("question", answer.question());
        list("value", answer.value().parts());
        text("specified", answer.value().specified());
        if (answer.value().isRefusal()) {
            json.writeBooleanField("refusal", true);
        }
        json.writeStringField("how", answer.inputMethod().name());
        json.writeNumberField("confidence", answer.confidence());
        json.writeStringField("language", answer.language());
        json.writeNumberField("attempt", answer.attempt());
        time("at", answer.at());
        text("recording", answer.recording());
        text("wording", answer.wording());
        if (!answer.channel().equals(GivenAnswer.usualChannel(answer.inputMethod()))) {
            json.writeStringField("channel", answer.channel());
        }
        json.writeEndObject();
    }

    private void missed(MissedReplyLog missed) throws IOException {
        json.writeArrayFieldStart("missed");
        for (MissedReply reply : missed.replies()) {
            json.writeStartObject();
            json.writeStringField("question", reply.question());
            json.writeStringField("language", reply.language());
            json.writeStringField("channel", reply.channel());
            json.writeStringField("words", reply.words());
            json.writeStringField("outcome", reply.outcome().name());
            time("at", reply.at());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void requests(Map<String, RequestRecord> requests) throws IOException {
        json.writeObjectFieldStart("requests");
        for (Map.Entry<String, RequestRecord> each : requests.entrySet()) {
            RequestRecord request = each.getValue();
            json.writeObjectFieldStart(each.getKey());
            json.writeStringField("id", request.id());
            json.writeStringField("hash", request.hash());
            time("until", request.until());
            text("outcome", request.outcome().map(RequestOutcome::name));
            texts("values", request.values());
            if (request.background().isPresent()) {
                background(request.background().get());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void changes(List<ContactChange> changes) throws IOException {
        json.writeArrayFieldStart("changes");
        for (ContactChange change : changes) {
            json.writeStartObject();
            json.writeNumberField("sequence", change.sequence());
            json.writeStringField("at", Times.write(change.at()));
            json.writeStringField("kind", change.kind().name());
            json.writeStringField("name", change.name());
            list("value", change.parts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void lists(String name, Map<String, List<String>> lists) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, List<String>> each : lists.entrySet()) {
            list(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    private void background(BackgroundRequest request) throws IOException {
        json.writeObjectFieldStart("background");
        json.writeStringField("since", Times.write(request.since()));
        json.writeNumberField("attempts", request.attempts());
        json.writeBooleanField("claimed", request.isClaimed());
        json.writeObjectFieldStart("target");
        for (Map.Entry<String, Object> field : request.target().fields().entrySet()) {
            json.writePOJOField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void outbox(Outbox outbox) throws IOException {
        json.writeArrayFieldStart("handled");
        for (Outbox.Handled webhook : outbox.handled()) {
            json.writeStartArray();
            json.writeString(webhook.id());
            json.writeString(webhook.reply());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("events");
        for (StoredEvent event : outbox.events()) {
            event(event);
        }
        json.writeEndArray();
        json.writeNumberField("published", outbox.published());
        if (outbox.failures() > 0) {
            json.writeNumberField("publishFailures", outbox.failures());
        }
        if (!outbox.unsent().equals(Unsent.NOTHING)) {
            unsent(outbox.unsent());
        }
        if (!outbox.deliveries().entries().isEmpty()) {
            json.writeArrayFieldStart("deliveries");
            for (DeliveryLog.Entry entry : outbox.deliveries().entries()) {
                json.writeStartObject();
                json.writeNumberField("run", entry.run());
                delivery(entry.delivery());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void delivery(Delivery delivery) throws IOException {
        json.writeStringField("message", delivery.message());
        json.writeStringField("channel", delivery.channel());
        json.writeNumberField("turn", delivery.turn());
        json.writeStringField("status", delivery.status().name());
        time("at", delivery.at());
        if (delivery.problem().isPresent()) {
            json.writeNumberField("code", delivery.problem().get().code());
            json.writeStringField("meaning", delivery.problem().get().meaning());
        }
    }

    private void unsent(Unsent unsent) throws IOException {
        json.writeObjectFieldStart("unsent");
        json.writeStringField("lastSent", unsent.lastSent());
        time("heard", unsent.heard());
        json.writeArrayFieldStart("messages");
        for (UnsentMessage message : unsent.messages()) {
            json.writeStartObject();
            json.writeStringField("channel", message.channel());
            json.writeStringField("body", message.body());
            time("until", message.until());
            json.writeNumberField("attempts", message.attempts());
            json.writeBooleanField("claimed", message.isClaimed());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void event(StoredEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", event.type().name());
        json.writeNumberField("sequence", event.sequence());
        time("at", event.at());
        json.writeStringField("disposition", event.disposition().name());
        if (event.answer().isPresent()) {
            json.writeFieldName("answer");
            answer(event.answer().get());
        }
        if (event.delivery().isPresent()) {
            json.writeObjectFieldStart("delivery");
            delivery(event.delivery().get());
            json.writeEndObject();
        }
        text("agent", event.agent());
        text("occasion", event.occasion());
        if (!event.form().isEmpty()) {
            texts("form", event.form());
        }
        json.writeEndObject();
    }

    private void contact(Contact contact) throws IOException {
        json.writeObjectFieldStart("contact");
        json.writeNumberField("reminders", contact.reminders());
        json.writeNumberField("calls", contact.calls());
        text("claim", contact.claim());
        text("call", contact.call());
        if (contact.failures() > 0) {
            json.writeNumberField("failures", contact.failures());
        }
        text("campaign", contact.campaign());
        time("wakeAt", contact.wakeAt());
        json.writeEndObject();
    }

    private void texts(String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private void list(String name, List<String> items) throws IOException {
        json.writeArrayFieldStart(name);
        for (String item : items) {
            json.writeString(item);
        }
        json.writeEndArray();
    }

    private void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }

    private void time(String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            time(name, time.get());
        }
    }

    private void time(String name, Instant time) throws IOException {
        if (!time.equals(lastTime)) {
            lastTime = time;
            lastText = Times.write(time);
        }
        json.writeStringField(name, lastText);
    }
}
