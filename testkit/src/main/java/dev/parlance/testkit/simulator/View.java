package dev.parlance.testkit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.prompt.SmsText;
import dev.parlance.testkit.log.Log;
import dev.parlance.testkit.log.LogEntry;
import dev.parlance.testkit.log.LogEntry.Kind;
import dev.parlance.testkit.log.WebhookExchange;
import dev.parlance.testkit.simulator.SimulatorServer.Setting;
import dev.parlance.testkit.voice.Leg;
import dev.parlance.testkit.voice.Telephony;
import dev.parlance.testkit.voice.Transcript;
import dev.parlance.testkit.world.Handset.Bubble;
import dev.parlance.testkit.world.Resource;
import dev.parlance.testkit.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that the page shows, as JSON. */
final class View {
    private static final int MOST_ROWS = 150;
    private static final int MOST_MESSAGES = 200;
    private static final int MOST_CALLS = 3;
    private static final Set<Kind> SHOWN = Set.of(Kind.API, Kind.PROBLEM, Kind.FAULT);

    private final World world;
    private final Telephony telephony;
    private final People people;
    private final Setting setting;

    View(World world, Telephony telephony, People people, Setting setting) {
        this.world = world;
        this.telephony = telephony;
        this.people = people;
        this.setting = setting;
    }

    WebhookResponse state() {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("now", world.clock().instant().toString())
                .put("held", world.heldBack());
        ArrayNode numbers = state.putArray("numbers");
        world.owned().numbers().oldestFirst().forEach(number -> numbers.add(number.text("phone_number")));
        ArrayNode links = state.putArray("links");
        setting.links()
                .forEach((label, url) -> links.addObject().put("label", label).put("url", url));
        ArrayNode phones = state.putArray("phones");
        people.all().forEach((number, name) -> phones.add(phone(number, name)));
        state.set("rows", rows());
        return WebhookResponse.json(state.toString()).withHeader("Cache-Control", "no-store");
    }

    private ObjectNode phone(String number, String name) {
        ObjectNode phone = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("name", name)
                .put("answering", telephony.line(number).answering().name().toLowerCase(Locale.ROOT))
                .put("reception", world.handset(number).reception().isEmpty());
        ArrayNode messages = phone.putArray("messages");
        last(messages(number), MOST_MESSAGES).forEach(messages::add);
        ArrayNode calls = phone.putArray("calls");
        last(telephony.line(number).legs(), MOST_CALLS).forEach(leg -> calls.add(call(leg)));
        return phone;
    }

    /** The texts of a person in their order: also those that did not arrive, which the phone itself knows nothing of. */
    private List<ObjectNode> messages(String number) {
        Map<String, ObjectNode> byKey = new LinkedHashMap<>();
        Map<String, List<ObjectNode>> fromTwilio = new LinkedHashMap<>();
        String before = "";
        for (Bubble bubble : world.handset(number).bubbles()) {
            if (bubble.sid().isEmpty()) {
                fromTwilio
                        .computeIfAbsent(before, any -> new ArrayList<>())
                        .add(blank("", false, bubble.number(), bubble.body()).put("status", "from Twilio itself"));
            } else {
                before = bubble.sid();
                byKey.put(
                        bubble.sid(),
                        media(blank(bubble.sid(), bubble.mine(), bubble.number(), bubble.body()), bubble));
            }
        }
        List<ObjectNode> all = new ArrayList<>();
        for (Resource message : world.owned().messages().oldestFirst()) {
            boolean mine = message.is("direction", "inbound") && message.is("from", number);
            if (mine || message.is("to", number)) {
                ObjectNode shown = byKey.getOrDefault(
                        message.sid(), blank(message.sid(), mine, message.text("from"), message.text("body")));
                all.add(details(shown, message, number));
                all.addAll(fromTwilio.getOrDefault(message.sid(), List.of()));
            }
        }
        return all;
    }

    private static ObjectNode blank(String sid, boolean mine, String other, String body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sid", sid)
                .put("mine", mine)
                .put("other", other)
                .put("body", body);
    }

    private ObjectNode details(ObjectNode shown, Resource message, String person) {
        SmsText sms = SmsText.of(message.text("body"));
        shown.put("status", message.text("status"))
                .put("at", message.created().toString())
                .put("error", message.text("error_code"));
        if (Address.of(person).isPhone()) {
            int segments = Math.max(1, sms.segments());
            shown.put("segments", segments)
                    .put("encoding", sms.encoding() == SmsText.Encoding.GSM_7 ? "GSM-7" : "UCS-2")
                    .put("cost", segments * setting.segmentPrice());
        }
        return shown;
    }

    private static ObjectNode media(ObjectNode shown, Bubble bubble) {
        ArrayNode media = shown.putArray("media");
        bubble.media().forEach(some -> {
            String sid = some.url().substring(some.url().lastIndexOf('/') + 1);
            media.addObject()
                    .put("type", some.contentType())
                    .put("url", bubble.mine() ? "/api/media/" + sid : some.url());
        });
        return shown;
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
                .put("over", leg.isOver());
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

    /** Webhooks, and between them what went over the API, what went wrong, and what was asked to. */
    private ArrayNode rows() {
        Log log = world.log();
        Stream<Row> webhooks = log.webhooks().stream().map(Row::of);
        Stream<Row> entries = log.entries().stream()
                .filter(entry -> SHOWN.contains(entry.kind()))
                .map(Row::of);
        List<Row> rows = Stream.concat(webhooks, entries)
                .sorted(Comparator.comparingLong(Row::number))
                .toList();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        last(rows, MOST_ROWS).forEach(row -> json.add(row.json()));
        return json;
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
            if (entry.kind() == Kind.PROBLEM) {
                json.put("remedy", Remedies.of(entry.text()));
            }
            return new Row(entry.number(), json);
        }
    }

    /** What a person sent: the fake has its bytes. */
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
                .orElseGet(() -> WebhookResponse.text("There is no such media.").withStatus(404));
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
