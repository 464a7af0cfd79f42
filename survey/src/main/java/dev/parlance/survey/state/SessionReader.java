package dev.parlance.survey.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of {@link SessionWriter} in this or an earlier version. Keeps unknown fields of newer versions. */
final class SessionReader {
    static final int FORMAT = 1;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** What results don't count. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "earlier",
            "transcripts",
            "quotas",
            "handled",
            "events",
            "unsent",
            "deliveries",
            "contact",
            "requests",
            "changes",
            "replaced",
            "given",
            "hidden",
            "waves");

    private final JsonParser json;
    private final Set<String> leftOut;

    private SessionReader(JsonParser json, Set<String> leftOut) {
        this.json = json;
        this.leftOut = leftOut;
    }

    static SessionState read(String text) {
        return read(text, Set.of());
    }

    /** Reads only what results count, in about two thirds of the time. */
    static SessionState readCounted(String text) {
        return read(text, NOT_COUNTED);
    }

    private static SessionState read(String text, Set<String> leftOut) {
        try (JsonParser json = JSON.getFactory().createParser(text)) {
            json.nextToken();
            return new SessionReader(json, leftOut).session();
        } catch (JsonProcessingException e) {
            throw new SurveyException("A session in the store is not valid JSON", e);
        } catch (IOException e) {
            throw new SurveyException("Could not read a session", e);
        }
    }

    private SessionState session() throws IOException {
        SessionState.Edit session = new SessionState.Edit();
        String respondent = "";
        List<Outbox.Handled> handled = List.of();
        List<StoredEvent> events = List.of();
        long published = 0;
        int publishFailures = 0;
        Unsent unsent = Unsent.NOTHING;
        DeliveryLog deliveries = DeliveryLog.EMPTY;
        Map<String, Object> others = new LinkedHashMap<>();
        for (String name = field(); name != null; name = field()) {
            if (leftOut.contains(name)) {
                json.skipChildren();
                continue;
            }
            switch (name) {
                case "format" -> checkFormat(json.getValueAsInt());
                case "survey" -> session.survey = text();
                case "respondent" -> respondent = text();
                case "revision" -> session.revision = text();
                case "person" -> session.person = person();
                case "progress" -> session.progress = progress();
                case "answers" -> session.answers = byQuestion(answers());
                case "earlier" -> session.earlier = answers();
                case "transcripts" -> session.transcripts = texts();
                case "quotas" -> session.quotas = quotas();
                case "handled" -> handled = handled();
                case "events" -> events = events();
                case "published" -> published = json.getValueAsLong();
                case "publishFailures" -> publishFailures = json.getValueAsInt();
                case "unsent" -> unsent = unsent();
                case "deliveries" -> deliveries = deliveries();
                case "contact" -> session.contact = contact();
                case "run" -> session.run = json.getValueAsInt(1);
                case "occasion" -> session.occasion = optional();
                case "dropped" -> session.dropped = json.getValueAsInt();
                case "missed" -> session.missed = missed();
                case "requests" -> session.requests = requests();
                case "changes" -> session.changes = changes();
                case "replaced" -> session.replaced = lists();
                case "given" -> session.given = lists();
                case "hidden" -> session.hidden = hidden();
                case "waves" -> session.waves = Optional.of(waves());
                default -> others.put(name, JSON.readValue(json, Object.class));
            }
        }
        session.respondent = Address.of(respondent);
        session.outbox = new Outbox(handled, events, published, publishFailures, unsent, deliveries);
        session.others = others;
        return session.session();
    }

    private DeliveryLog deliveries() throws IOException {
        List<DeliveryLog.Entry> entries = new ArrayList<>();
        while (next()) {
            entries.add(delivery());
        }
        return new DeliveryLog(entries);
    }

    private DeliveryLog.Entry delivery() throws IOException {
        int run = 1;
        String message = "";
        String channel = "";
        int turn = 0;
        Delivery.Status status = Delivery.Status.SENT;
        Instant at = Instant.EPOCH;
        int code = 0;
        String meaning = "";
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "run" -> run = json.getValueAsInt(1);
                case "message" -> message = text();
                case "channel" -> channel = text();
                case "turn" -> turn = json.getValueAsInt();
                case "status" -> status = Delivery.Status.valueOf(text());
                case "at" -> at = Times.read(text());
                case "code" -> code = json.getValueAsInt();
                case "meaning" -> meaning = text();
                default -> json.skipChildren();
            }
        }
        Optional<Delivery.Problem> problem =
                code == 0 ? Optional.empty() : Optional.of(new Delivery.Problem(code, meaning));
        return new DeliveryLog.Entry(run, new Delivery(message, channel, turn, status, at, problem));
    }

    private Unsent unsent() throws IOException {
        String lastSent = "";
        Optional<Instant> heard = Optional.empty();
        List<UnsentMessage> messages = new ArrayList<>();
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "lastSent" -> lastSent = text();
                case "heard" -> heard = Optional.of(Times.read(text()));
                case "messages" -> {
                    while (next()) {
                        messages.add(unsentMessage());
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new Unsent(messages, lastSent, heard);
    }

    private UnsentMessage unsentMessage() throws IOException {
        String channel = "";
        String body = "";
        Instant until = Instant.EPOCH;
        int attempts = 0;
        boolean isClaimed = false;
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "channel" -> channel = text();
                case "body" -> body = text();
                case "until" -> until = Times.read(text());
                case "attempts" -> attempts = json.getValueAsInt();
                case "claimed" -> isClaimed = json.getValueAsBoolean();
                default -> json.skipChildren();
            }
        }
        return new UnsentMessage(channel, body, until, attempts, isClaimed);
    }

    private static Map<String, Answer> byQuestion(List<Answer> answers) {
        Map<String, Answer> byQuestion = new LinkedHashMap<>();
        answers.forEach(answer -> byQuestion.put(answer.question(), answer));
        return byQuestion;
    }

    private static void checkFormat(int format) {
        if (format > FORMAT) {
            throw new SurveyException(
                    "A session in the store has format " + format + "; this library reads formats up to " + FORMAT);
        }
    }

    private Person person() throws IOException {
        String language = "";
        boolean languageKnown = false;
        Optional<ZoneId> zone = Optional.empty();
        Map<String, String> variables = Map.of();
        long seed = 0;
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "language" -> language = text();
                case "languageKnown" -> languageKnown = json.getValueAsBoolean();
                case "zone" -> zone = optional().map(ZoneId::of);
                case "variables" -> variables = texts();
                case "seed" -> seed = json.getValueAsLong();
                default -> json.skipChildren();
            }
        }
        return new Person(language, languageKnown, zone, variables, seed);
    }

    private Map<String, RequestRecord> requests() throws IOException {
        Map<String, RequestRecord> requests = new LinkedHashMap<>();
        for (String key = field(); key != null; key = field()) {
            requests.put(key, request());
        }
        return requests;
    }

    private Map<String, Set<String>> hidden() throws IOException {
        Map<String, Set<String>> hidden = new LinkedHashMap<>();
        for (String question = field(); question != null; question = field()) {
            hidden.put(question, Set.copyOf(list()));
        }
        return hidden;
    }

    private WavePlan waves() throws IOException {
        WavePlan plan = WavePlan.from(Instant.EPOCH);
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "first" -> plan = new WavePlan(Times.read(text()), plan.last());
                case "last" -> plan = plan.withLast(json.getValueAsInt(1));
                default -> json.skipChildren();
            }
        }
        return plan;
    }

    private RequestRecord request() throws IOException {
        String id = "";
        String hash = "";
        Instant until = Instant.EPOCH;
        Optional<RequestOutcome> outcome = Optional.empty();
        Map<String, String> values = Map.of();
        Optional<BackgroundRequest> background = Optional.empty();
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "id" -> id = text();
                case "hash" -> hash = text();
                case "until" -> until = Times.read(text());
                case "outcome" -> outcome = optional().map(RequestOutcome::valueOf);
                case "values" -> values = texts();
                case "background" -> background = Optional.of(background());
                default -> json.skipChildren();
            }
        }
        return new RequestRecord(id, hash, until, outcome, values, background);
    }

    private BackgroundRequest background() throws IOException {
        Instant since = Instant.EPOCH;
        int attempts = 0;
        boolean isClaimed = false;
        RequestTarget target = new RequestTarget.Function("", false);
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "since" -> since = Times.read(text());
                case "attempts" -> attempts = json.getValueAsInt();
                case "claimed" -> isClaimed = json.getValueAsBoolean();
                case "target" -> target = RequestTarget.of(JSON.readTree(json));
                default -> json.skipChildren();
            }
        }
        return new BackgroundRequest(target, since, attempts, isClaimed);
    }

    private List<ContactChange> changes() throws IOException {
        List<ContactChange> changes = new ArrayList<>();
        while (next()) {
            changes.add(change());
        }
        return changes;
    }

    private ContactChange change() throws IOException {
        long sequence = 0;
        Instant at = Instant.EPOCH;
        ContactChange.Kind kind = ContactChange.Kind.FIELD;
        String changed = "";
        List<String> value = List.of();
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "sequence" -> sequence = json.getValueAsLong();
                case "at" -> at = Times.read(text());
                case "kind" -> kind = ContactChange.Kind.valueOf(text());
                case "name" -> changed = text();
                case "value" -> value = list();
                default -> json.skipChildren();
            }
        }
        return new ContactChange(sequence, at, kind, changed, value);
    }

    private Map<String, List<String>> lists() throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String key = field(); key != null; key = field()) {
            lists.put(key, list());
        }
        return lists;
    }

    private Progress progress() throws IOException {
        Progress.Edit progress = new Progress.Edit();
        progress.reacted = true;
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "disposition" -> progress.disposition = Disposition.valueOf(text());
                case "stage" -> progress.stage = Stage.valueOf(text());
                case "at" -> progress.at = text();
                case "attempts" -> progress.attempts = json.getValueAsInt();
                case "turn" -> progress.turn = json.getValueAsInt();
                case "channel" -> progress.channel = text().toLowerCase(Locale.ROOT);
                case "path" -> progress.path = list();
                case "unsure" ->
                    progress.unsure = json.currentToken() == JsonToken.START_OBJECT ? List.of(answer()) : answers();
                case "chosen" -> progress.chosen = answer();
                case "reacted" -> progress.reacted = json.getValueAsBoolean(true);
                case "askedTurn" -> progress.askedTurn = json.getValueAsInt();
                case "started" -> progress.started = time();
                case "asked" -> progress.asked = time();
                case "contacted" -> progress.contacted = time();
                case "openSince" -> progress.openSince = time();
                case "timeOuts" -> progress.timeOuts = json.getValueAsInt();
                case "ended" -> progress.ended = time();
                default -> json.skipChildren();
            }
        }
        return progress.progress();
    }

    private List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        while (next()) {
            answers.add(answer());
        }
        return answers;
    }

    private Answer answer() throws IOException {
        String question = "";
        List<String> value = List.of();
        Optional<String> specified = Optional.empty();
        boolean isRefusal = false;
        Answer.InputMethod how = Answer.InputMethod.TEXT;
        double confidence = 0;
        String language = "";
        int attempt = 0;
        Instant at = Instant.EPOCH;
        Optional<String> recording = Optional.empty();
        Optional<String> channel = Optional.empty();
        Optional<String> wording = Optional.empty();
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "question" -> question = text();
                case "value" -> value = list();
                case "specified" -> specified = optional();
                case "refusal" -> isRefusal = json.getValueAsBoolean();
                case "how" -> how = Answer.InputMethod.valueOf(text());
                case "confidence" -> confidence = json.getValueAsDouble();
                case "language" -> language = text();
                case "attempt" -> attempt = json.getValueAsInt();
                case "at" -> at = Times.read(text());
                case "recording" -> recording = optional();
                case "channel" -> channel = optional();
                case "wording" -> wording = optional();
                default -> json.skipChildren();
            }
        }
        return new GivenAnswer(
                question,
                new Value(value, specified, isRefusal),
                how,
                confidence,
                language,
                attempt,
                at,
                recording,
                channel.orElse(GivenAnswer.usualChannel(how)),
                wording);
    }

    private MissedReplyLog missed() throws IOException {
        List<MissedReply> replies = new ArrayList<>();
        while (next()) {
            replies.add(missedReply());
        }
        return new MissedReplyLog(replies);
    }

    private MissedReply missedReply() throws IOException {
        String question = "";
        String language = "";
        String channel = "";
        String words = "";
        MissedReply.Outcome outcome = MissedReply.Outcome.ASKED_AGAIN;
        Instant at = Instant.EPOCH;
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "question" -> question = text();
                case "language" -> language = text();
                case "channel" -> channel = text();
                case "words" -> words = text();
                case "outcome" -> outcome = MissedReply.Outcome.valueOf(text());
                case "at" -> at = Times.read(text());
                default -> json.skipChildren();
            }
        }
        return new MissedReply(question, language, channel, words, outcome, at);
    }

    private Map<String, Boolean> quotas() throws IOException {
        Map<String, Boolean> quotas = new LinkedHashMap<>();
        for (String name = field(); name != null; name = field()) {
            quotas.put(name, json.getValueAsBoolean());
        }
        return quotas;
    }

    private List<Outbox.Handled> handled() throws IOException {
        List<Outbox.Handled> handled = new ArrayList<>();
        while (next()) {
            List<String> pair = list();
            handled.add(new Outbox.Handled(pair.get(0), pair.size() > 1 ? pair.get(1) : ""));
        }
        return handled;
    }

    private List<StoredEvent> events() throws IOException {
        List<StoredEvent> events = new ArrayList<>();
        while (next()) {
            events.add(event());
        }
        return events;
    }

    private StoredEvent event() throws IOException {
        SurveyEvent.Type type = SurveyEvent.Type.STARTED;
        long sequence = 0;
        Instant at = Instant.EPOCH;
        Optional<Answer> answer = Optional.empty();
        Disposition disposition = Disposition.NOT_STARTED;
        Optional<Delivery> delivery = Optional.empty();
        Optional<String> agent = Optional.empty();
        Optional<String> occasion = Optional.empty();
        Map<String, String> form = Map.of();
        for (String name = field(); name != null; name = field()) {
            switch (name) {
                case "type" -> type = SurveyEvent.Type.valueOf(text());
                case "sequence" -> sequence = json.getValueAsLong();
                case "at" -> at = Times.read(text());
                case "answer" -> answer = Optional.of(answer());
                case "disposition" -> disposition = Disposition.valueOf(text());
                case "delivery" -> delivery = Optional.of(delivery().delivery());
                case "agent" -> agent = optional();
                case "occasion" -> occasion = optional();
                case "form" -> form = texts();
                default -> json.skipChildren();
            }
        }
        return new StoredEvent(type, sequence, at, answer, disposition, delivery, agent, occasion, form);
    }

    private Contact contact() throws IOException {
        Contact contact = Contact.NONE;
        for (String name = field(); name != null; name = field()) {
            contact = switch (name) {
                case "reminders" -> contact.withReminders(json.getValueAsInt());
                case "calls" -> contact.withCalls(json.getValueAsInt());
                case "claim" -> contact.withClaim(text());
                case "call" -> contact.withCall(text());
                case "failures" -> contact.withFailures(json.getValueAsInt());
                case "campaign" -> contact.withCampaign(text());
                case "wakeAt" -> contact.withWakeAt(Times.read(text()));
                default -> {
                    json.skipChildren();
                    yield contact;
                }
            };
        }
        return contact;
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name = field(); name != null; name = field()) {
            texts.put(name, text());
        }
        return texts;
    }

    private List<String> list() throws IOException {
        List<String> list = new ArrayList<>();
        while (next()) {
            list.add(text());
        }
        return list;
    }

    /** Moves to the next field's value and returns the field's name; null at the end of the object. */
    private @Nullable String field() throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        } else if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new SurveyException(
                    "A session in the store is not valid: expected an object, found " + json.currentToken());
        }
        return name;
    }

    /** Moves to the next value of an array; returns false at its end. */
    private boolean next() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null || token == JsonToken.END_OBJECT) {
            throw new SurveyException("A session in the store is not valid: a list is not closed");
        }
        return token != JsonToken.END_ARRAY;
    }

    private String text() throws IOException {
        return json.getValueAsString("");
    }

    private Optional<String> optional() throws IOException {
        return Optional.ofNullable(json.getValueAsString());
    }

    private @Nullable Instant time() throws IOException {
        String text = json.getValueAsString();
        return text == null ? null : Times.read(text);
    }
}
