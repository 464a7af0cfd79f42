package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.TrafficListener.Reply;
import java.util.List;
import java.util.Locale;

/** Entries as rows of the page's list, in JSON. Leaves out what is empty. */
public final class Rows {
    private static final String ACCOUNT = "/2010-04-01/Accounts/AC[0-9a-f]{32}(?=/)";
    private static final String API_ROOT = "/2010-04-01/Accounts/";

    private Rows() {}

    /** One row an entry. */
    public static ArrayNode of(List<Entry> entries) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(entries.size());
        entries.forEach(entry -> rows.add(of(entry)));
        return rows;
    }

    static ObjectNode of(Entry entry) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("number", entry.number())
                .put("kind", entry.kind().label())
                .put("at", entry.at().toEpochMilli());
        put(row, "person", entry.subject().person());
        put(row, "call", entry.subject().call());
        if (entry.isProblem()) {
            row.put("isProblem", true);
        }
        if (entry.exchange().isEmpty()) {
            put(row, "text", String.join("\n", entry.notes()).replaceAll(ACCOUNT, ""));
        } else {
            row.put("problems", entry.notes().size());
            add(row, entry.exchange().get());
        }
        return row;
    }

    private static void add(ObjectNode row, Exchange exchange) {
        row.put("method", exchange.request().method());
        boolean isApi = exchange.signing().isEmpty();
        row.put(
                "path",
                isApi ? resource(exchange.request().path()) : exchange.request().path());
        put(row, "from", exchange.first("From", "Caller"));
        put(row, "to", exchange.first("To", "Called"));
        put(row, "event", CallbackEvent.of(exchange));
        put(row, "text", Preview.of(exchange));
        put(row, "fault", exchange.fault());
        exchange.signing()
                .ifPresent(signing -> row.put("signature", signing.name().toLowerCase(Locale.ROOT)));
        if (exchange.repeats() > 0) {
            row.put("repeats", exchange.repeats());
        }
        exchange.reply().ifPresent(reply -> add(row, reply));
    }

    private static void add(ObjectNode row, Reply reply) {
        row.put("status", reply.status()).put("millis", reply.duration().toNanos() / 1_000_000.0);
        if (reply.status() == 0) {
            row.put("outcome", reply.outcome());
        }
    }

    /** The path without the account, which is the same everywhere: {@code /Messages}. */
    private static String resource(String path) {
        if (!path.startsWith(API_ROOT)) {
            return path;
        }
        int account = path.indexOf('/', API_ROOT.length());
        String rest = account < 0 ? "/Account" : path.substring(account);
        return rest.endsWith(".json") ? rest.substring(0, rest.length() - ".json".length()) : rest;
    }

    private static void put(ObjectNode row, String name, String value) {
        if (!value.isEmpty()) {
            row.put(name, value);
        }
    }
}
