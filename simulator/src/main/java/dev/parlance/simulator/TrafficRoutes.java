package dev.parlance.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.pages.PageFiles;
import dev.parlance.simulator.traffic.Copies;
import dev.parlance.simulator.traffic.Details;
import dev.parlance.simulator.traffic.Entry;
import dev.parlance.simulator.traffic.Har;
import dev.parlance.simulator.traffic.Rows;
import dev.parlance.simulator.traffic.TrafficLog;
import dev.parlance.simulator.traffic.TrafficLog.Part;
import dev.parlance.simulator.traffic.TrafficRecorder;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the page asks of the traffic. */
final class TrafficRoutes implements AutoCloseable {
    private static final int MAX_ROWS = 2_500;
    private static final String[] FILES = {
        "traffic.css",
        "traffic.js",
        "traffic-actions.js",
        "traffic-api.js",
        "traffic-code.js",
        "traffic-detail.js",
        "traffic-edit.js",
        "traffic-exchange.js",
        "traffic-feed.js",
        "traffic-filter.js",
        "traffic-list.js",
        "traffic-queue.js",
        "traffic-rows.js",
        "traffic-sequence.js",
        "traffic-signature.js",
        "traffic-timeline.js",
        "traffic-toolbar.js"
    };

    private final World world;
    private final People people;
    private final TrafficLog log = new TrafficLog();
    private final TrafficRecorder recorder;
    private final TrafficActions actions;
    private final Details details;
    private final Copies copies;
    private final RunningVerbs running;

    TrafficRoutes(World world, Telephony telephony, People people, Runnable changed) {
        this.world = world;
        this.people = people;
        this.recorder = TrafficRecorder.start(world, log);
        this.actions = new TrafficActions(world, log, recorder);
        this.details = new Details(world, log, Remedies::of);
        this.copies = new Copies(log, world::apiUrl);
        this.running = new RunningVerbs(world, telephony, log);
        log.onChange(changed);
    }

    void addTo(Router router) {
        PageFiles.of(TrafficRoutes.class::getResourceAsStream, FILES).addTo(router, "/");
        router.get("/api/traffic", this::rows)
                .get("/api/traffic/search", this::search)
                .get("/api/traffic/calls", request -> json(BrowserCalls.of(world.log())))
                .get("/api/traffic/entries/{number}", request -> json(details.of(entry(request))))
                .get("/api/traffic/entries/{number}/curl", request -> text(copies.curl(entry(request))))
                .get("/api/traffic/entries/{number}/test", request -> text(copies.test(entry(request))))
                .post("/api/traffic/export", request -> export(PageRequest.of(request)))
                .post("/api/traffic/again", request -> PageRequest.of(request).executeWith(actions::sendAgain))
                .post("/api/traffic/clear", request -> PageRequest.of(request).executeWith(any -> log.clear()));
    }

    /** The newest rows, those before one, or those that have changed since the page asked last. */
    private WebhookResponse rows(WebhookRequest request) {
        int count =
                (int) Math.max(1, Math.min(MAX_ROWS, number(request, "count").orElse((long) MAX_ROWS)));
        Optional<Long> before = number(request, "before");
        if (before.isPresent()) {
            return json(JsonNodeFactory.instance.objectNode().set("rows", Rows.of(log.before(before.get(), count))));
        }
        Part part =
                number(request, "after").map(change -> log.since(change, count)).orElseGet(() -> log.last(count));
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("run", part.run())
                .put("change", part.change())
                .put("first", part.first())
                .put("total", part.total())
                .put("held", world.heldBack())
                .put("hasBrowserCalls", !world.log().signals().isEmpty());
        json.set("rows", Rows.of(part.entries()));
        json.set("running", running.json());
        ObjectNode names = json.putObject("names");
        people.named().forEach(names::put);
        return json(json);
    }

    private WebhookResponse search(WebhookRequest request) {
        String words = request.queryParameters().first("words").orElse("");
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        log.search(words).forEach(numbers::add);
        return json(JsonNodeFactory.instance.objectNode().set("numbers", numbers));
    }

    private WebhookResponse export(PageRequest request) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : request.list("numbers")) {
            numbers.add(number.asLong());
        }
        List<Entry> entries = log.all(numbers);
        return request.text("format").equals("har")
                ? WebhookResponse.json(Har.of(entries))
                : WebhookResponse.text(details.ndjson(entries));
    }

    private Entry entry(WebhookRequest request) {
        String number = request.pathVariable("number");
        return Optional.of(number)
                .filter(it -> it.matches("\\d{1,15}"))
                .flatMap(it -> log.find(Long.parseLong(it)))
                .orElseThrow(() -> new WebhookException(404, "Entry " + number + " is no longer in the list."));
    }

    private static Optional<Long> number(WebhookRequest request, String name) {
        return request.queryParameters()
                .first(name)
                .filter(value -> value.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }

    private static WebhookResponse json(JsonNode json) {
        return WebhookResponse.json(json.toString()).withHeader("Cache-Control", "no-store");
    }

    private static WebhookResponse text(Optional<String> text) {
        return WebhookResponse.text(text.orElseThrow(() -> new WebhookException(404, "Only requests can be copied.")));
    }

    @Override
    public void close() {
        recorder.stop();
    }
}
