package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.fake.twilio.document.InvalidTwiml;
import dev.parlance.fake.twilio.document.TwimlReader;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.RunningVerb;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.simulator.traffic.Entry;
import dev.parlance.simulator.traffic.Exchange;
import dev.parlance.simulator.traffic.Kind;
import dev.parlance.simulator.traffic.TrafficLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verbs that calls execute now, and the webhooks whose responses have them. */
final class RunningVerbs {
    private static final int MAX_CALLS = 100;

    private final World world;
    private final Telephony telephony;
    private final TrafficLog log;

    RunningVerbs(World world, Telephony telephony, TrafficLog log) {
        this.world = world;
        this.telephony = telephony;
        this.log = log;
    }

    /** For each running document: the entry, and the verb's place at the top of its response. */
    ArrayNode json() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        Stream.of("in-progress", "ringing")
                .flatMap(status -> world.owned().calls().with("status", status).stream())
                .map(Resource::sid)
                .limit(MAX_CALLS)
                .forEach(sid -> telephony.find(sid).flatMap(Leg::runningVerb).ifPresent(verb -> add(json, sid, verb)));
        return json;
    }

    private void add(ArrayNode json, String call, RunningVerb running) {
        for (Entry entry : newestFirst(log.naming(call))) {
            Optional<Integer> place = entry.exchange().flatMap(exchange -> place(exchange, running));
            if (entry.kind() == Kind.WEBHOOK && place.isPresent()) {
                json.addObject().put("number", entry.number()).put("verb", place.get());
                return;
            }
        }
    }

    private static List<Entry> newestFirst(List<Entry> entries) {
        return Stream.iterate(entries.size() - 1, i -> i >= 0, i -> i - 1)
                .map(entries::get)
                .toList();
    }

    /** The place of the verb in this response, which may have verbs that the running document leaves out. */
    private static Optional<Integer> place(Exchange exchange, RunningVerb running) {
        if (!exchange.request().url().equals(running.document().url())) {
            return Optional.empty();
        }
        try {
            List<Verb> verbs = TwimlReader.read(exchange.answer()).children();
            return verbs.equals(running.document().response().children())
                    ? Optional.of(running.index())
                    : Optional.of(verbs.indexOf(running.verb())).filter(index -> index >= 0);
        } catch (InvalidTwiml e) {
            return Optional.empty(); // plain text or audio
        }
    }
}
