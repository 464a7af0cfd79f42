package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.voice.Transcript;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.simulator.SimulatorServer.Setting;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The state that the page shows, as JSON. */
final class View {
    private static final int MAX_MESSAGES = 200;
    private static final int MAX_CALLS = 20;
    /** WhatsApp shows that somebody is typing for this long. */
    private static final Duration TYPING = Duration.ofSeconds(25);

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

    /**
     * The state. With {@code open}, a list of numbers, only those phones have their whole conversations.
     */
    WebhookResponse state(WebhookRequest request) {
        Optional<List<String>> open = request.parameters()
                .first("open")
                .map(numbers -> Pattern.compile(",").splitAsStream(numbers).toList());
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
                .forEach((number, name) -> phones.add(phone(
                        number,
                        name,
                        texts.getOrDefault(number, List.of()),
                        open.map(shown -> shown.contains(number)).orElse(true))));
        Application running = application;
        if (running != null) {
            state.set("application", running.state());
        }
        return WebhookResponse.json(state.toString()).withHeader("Cache-Control", "no-store");
    }

    private ObjectNode phone(String number, String name, List<Resource> texts, boolean isWhole) {
        ObjectNode phone = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("name", name)
                .put("whole", isWhole)
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
        conversation.of(number, last(texts, isWhole ? MAX_MESSAGES : 1)).forEach(messages::add);
        ArrayNode calls = phone.putArray("calls");
        List<Leg> legs = telephony.line(number).legs();
        List<Leg> shown = last(legs, isWhole ? MAX_CALLS : 1);
        legs.stream().filter(leg -> shown.contains(leg) || !leg.isOver()).forEach(leg -> calls.add(call(leg)));
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
