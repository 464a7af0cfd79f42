package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What will happen: what the fake has scheduled, and what the application will do by itself. */
final class Forecast {
    private static final int MAX_SHOWN = 200;

    private final World world;
    private final List<Supplier<List<Upcoming>>> sources;

    Forecast(World world, List<Supplier<List<Upcoming>>> sources) {
        this.world = world;
        this.sources = sources;
    }

    private record Planned(Upcoming event, String by) {}

    /** The soonest first. */
    WebhookResponse state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode shown = state.putArray("upcoming");
        Stream<Planned> byTwilio = world.timeline().upcoming().stream()
                .map(event -> new Planned(new Upcoming(event.at(), event.what(), ""), "Twilio"));
        Stream<Planned> byApplication =
                sources.stream().flatMap(source -> source.get().stream()).map(it -> new Planned(it, "application"));
        Stream.concat(byTwilio, byApplication)
                .sorted(Comparator.comparing(planned -> planned.event().at()))
                .limit(MAX_SHOWN)
                .forEach(planned -> shown.add(json(planned.event(), planned.by())));
        return WebhookResponse.json(state.toString()).withHeader("Cache-Control", "no-store");
    }

    private static ObjectNode json(Upcoming event, String by) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", event.at().toString())
                .put("what", event.what())
                .put("who", event.who())
                .put("by", by);
    }
}
