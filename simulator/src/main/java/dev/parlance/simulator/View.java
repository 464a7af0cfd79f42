package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.CallTrace;
import dev.parlance.fake.twilio.log.Log;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.voice.Transcript;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.simulator.SimulatorServer.Setting;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state that the page shows, as JSON. */
final class View {
    private static final int MAX_ROWS = 150;
    private static final int MAX_MESSAGES = 200;
    private static final int MAX_CALLS = 20;
    /** WhatsApp shows that somebody is typing for this long. */
    private static final Duration TYPING = Duration.ofSeconds(25);

    private static final int MAX_STEPS = 100;
    private static final Set<Kind> SHOWN = Set.of(Kind.API, Kind.ALERT, Kind.FAULT);

    private final World world;
    private final Telephony telephony;
    private final People people;
    private final FaultPlanner faults;
    private final Scripts scripts;
    private final Setting setting;
    private final Conversation conversation;
    private final String run = UUID.randomUUID().toString();

    private volatile @Nullable Application application;

    View(World world, Telephony telephony, People people, FaultPlanner faults, Scripts scripts, Setting setting) {
        this.scripts = scripts;
        this.faults = faults;
        this.world = world;
        this.telephony = telephony;
        this.people = people;
        this.setting = setting;
        this.conversation = new Conversation(world);
    }

    void show(Application running) {
        application = running;
    }

    WebhookResponse state() {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("run", run)
                .put("now", world.clock().instant().toString());
        state.setAll(faults.state());
        state.set("scripts", scripts.state());
        ArrayNode numbers = state.putArray("numbers");
        world.owned().numbers().oldestFirst().forEach(number -> numbers.add(number.text("phone_number")));
        ArrayNode links = state.putArray("links");
        setting.links()
                .forEach((label, url) -> links.addObject().put("label", label).put("url", url));
        ArrayNode phones = state.putArray("phones");
        Map<String, List<Resource>> texts = conversation.byPerson();
        people.all(texts.keySet())
                .forEach((number, name) -> phones.add(phone(number, name, texts.getOrDefault(number, List.of()))));
        state.set("rows", rows());
        state.set("trace", trace());
        Application running = application;
        if (running != null) {
            state.set("application", running.state());
        }
        return WebhookResponse.json(state.toString()).withHeader("Cache-Control", "no-store");
    }

    private ObjectNode phone(String number, String name, List<Resource> texts) {
        ObjectNode phone = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("name", name)
                .put("answering", telephony.line(number).answering().name().toLowerCase(Locale.ROOT))
                .put("reception", world.handset(number).reception().isEmpty())
                .put("landline", world.handset(number).isLandline())
                .put("typing", isTyping(number))
                .put(
                        "received",
                        texts.stream()
                                .filter(text -> !text.is("direction", "inbound"))
                                .count());
        ArrayNode messages = phone.putArray("messages");
        conversation.of(number, last(texts, MAX_MESSAGES)).forEach(messages::add);
        ArrayNode calls = phone.putArray("calls");
        last(telephony.line(number).legs(), MAX_CALLS).forEach(leg -> calls.add(call(leg)));
        return phone;
    }

    /** Whether one of the application's numbers has shown this person that it is typing. */
    private boolean isTyping(String person) {
        Instant since = world.clock().instant().minus(TYPING);
        return world.owned().numbers().oldestFirst().stream()
                .map(number -> number.text("phone_number"))
                .anyMatch(number -> world.handset(person)
                        .lastTypingOf(number)
                        .filter(since::isBefore)
                        .isPresent());
    }

    private static ObjectNode call(Leg leg) {
        ObjectNode call = JsonNodeFactory.instance
                .objectNode()
                .put("sid", leg.call().sid())
                .put("from", leg.call().text("from"))
                .put("to", leg.call().text("to"))
                .put("incoming", !leg.call().is("direction", "inbound"))
                .put("status", leg.call().text("status"))
                .put("state", leg.state())
                .put("over", leg.isOver())
                .put("at", leg.call().created().toString())
                .put("answered", leg.answeredAt().map(Instant::toString).orElse(""))
                .put("seconds", seconds(leg.call()));
        ArrayNode lines = call.putArray("lines");
        for (Transcript.Line line : leg.transcript().lines()) {
            lines.addObject()
                    .put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                    .put("text", line.text())
                    .put("language", line.language())
                    .put("voice", line.voice());
        }
        return call;
    }

    private static long seconds(Resource call) {
        return call.filled("duration").map(Long::parseLong).orElse(0L);
    }

    /** Webhooks, API requests, alerts and faults, in order. */
    private ArrayNode rows() {
        Log log = world.log();
        Stream<Row> webhooks = last(log.webhooks(), MAX_ROWS).stream().map(Row::of);
        List<LogEntry> shown = log.entries().stream()
                .filter(entry -> SHOWN.contains(entry.kind()))
                .toList();
        Stream<Row> entries = last(shown, MAX_ROWS).stream().map(Row::of);
        List<Row> rows = Stream.concat(webhooks, entries)
                .sorted(Comparator.comparingLong(Row::number))
                .toList();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        last(rows, MAX_ROWS).forEach(row -> json.add(row.json()));
        return json;
    }

    /** The signalling of calls from and to browsers. */
    private ObjectNode trace() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("mermaid", "");
        ArrayNode steps = json.putArray("steps");
        if (world.log().signals().isEmpty()) {
            return json;
        }
        CallTrace trace = CallTrace.of(world.log()).withoutEvents().last(MAX_STEPS);
        for (CallTrace.Step step : trace.steps()) {
            steps.addObject()
                    .put("from", step.from())
                    .put("to", step.to())
                    .put("what", step.label())
                    .put("answer", step.isAnswer());
        }
        return json.put("mermaid", trace.toMermaid());
    }

    private record Row(long number, ObjectNode json) {
        static Row of(WebhookExchange exchange) {
            return new Row(exchange.number(), Exchanges.summary(exchange));
        }

        static Row of(LogEntry entry) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("number", entry.number())
                    .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                    .put("at", entry.at().toString())
                    .put("text", entry.text());
            if (entry.kind() != Kind.FAULT) {
                json.put("remedy", Remedies.of(entry.text()));
            }
            return new Row(entry.number(), json);
        }
    }

    /** A picture or other file that a person sent. */
    WebhookResponse media(String sid) {
        return world.content(sid)
                .map(content -> WebhookResponse.bytes(
                        world.owned()
                                .media()
                                .find(sid)
                                .map(media -> media.text("content_type"))
                                .filter(type -> type.matches("(image|audio|video)/[a-z0-9.+-]+"))
                                .filter(type -> !type.contains("svg"))
                                .orElse("application/octet-stream"),
                        content))
                .orElseGet(() -> WebhookResponse.text("There is no media file with this SID.")
                        .withStatus(404));
    }

    private static <T> List<T> last(List<T> all, int max) {
        return all.subList(Math.max(0, all.size() - max), all.size());
    }
}
