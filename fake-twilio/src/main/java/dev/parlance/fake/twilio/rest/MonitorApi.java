package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The monitor: alerts from the debugger, and events of what was changed. */
final class MonitorApi {
    private static final Pattern URL = Pattern.compile("https?://[^\\s,]+?(?=[:,]?\\s|$)");
    /** Alerts that Twilio shows as warnings. */
    private static final Set<Integer> WARNINGS = Set.of(12200, 14103, 14109);
    /** The types of events, by the collection in the 2010 API. */
    private static final Map<String, String> TYPES = Map.of(
            "Accounts", "account",
            "Applications", "application",
            "IncomingPhoneNumbers", "phone-number",
            "Keys", "api-key",
            "OutgoingCallerIds", "outgoing-caller-id",
            "SigningKeys", "api-key");

    private final World world;

    MonitorApi(World world) {
        this.world = world;
    }

    void effects(Effects effects) {
        effects.before("GET", "monitor", "/v1/Alerts", exchange -> {})
                .after("GET", "monitor", "/v1/Alerts/{sid}", (alert, exchange) -> {})
                .before("GET", "monitor", "/v1/Events", exchange -> {})
                .after("GET", "monitor", "/v1/Events/{sid}", (event, exchange) -> {});
    }

    /** Adds what the debugger shows. */
    void add(Alert alert) {
        String sid = world.sids().next("NO");
        ObjectNode fields = dated("date_created", "date_updated", "date_generated")
                .put("account_sid", world.accounts().main())
                .put("sid", sid)
                .put("alert_text", alert.message())
                .put("api_version", "2010-04-01")
                .put("error_code", Integer.toString(alert.code()))
                .put("log_level", WARNINGS.contains(alert.code()) ? "warning" : "error")
                .put("more_info", "https://www.twilio.com/docs/errors/" + alert.code());
        Matcher url = URL.matcher(alert.message());
        if (url.find()) {
            fields.put("request_url", url.group()).put("request_method", "POST");
        }
        add("Alerts", sid, fields, world.accounts().main());
    }

    /** Adds an event if a request has changed the account, its numbers, applications or keys. */
    void add(Operation operation, WebhookRequest request, WebhookResponse response) {
        List<String> path = operation.route().segments();
        boolean isItem = operation.route().isItem();
        String collection = path.get(path.size() - (isItem ? 2 : 1));
        if (operation.method().equals("GET")
                || !operation.route().host().equals("api")
                || !TYPES.containsKey(collection)
                || response.status() >= 400) {
            return;
        }
        String[] segments = request.path().split("/", -1);
        boolean isDeleted = operation.method().equals("DELETE");
        String resource = isItem
                ? segments[segments.length - 1]
                : Json.parse(response.bodyText()).path("sid").asText();
        String account = Login.account(world, request).sid();
        String action = isDeleted ? "deleted" : isItem ? "updated" : "created";
        String sid = world.sids().next("AE");
        ObjectNode fields = dated("event_date", "date_created")
                .put("account_sid", account)
                .put("sid", sid)
                .put("actor_type", "account")
                .put("event_type", TYPES.get(collection) + "." + action)
                .put("resource_sid", resource)
                .put("resource_type", TYPES.get(collection))
                .put("source", "api")
                .put("source_ip_address", "127.0.0.1");
        fields.putObject("event_data");
        add("Events", sid, fields, account);
    }

    private ObjectNode dated(String... names) {
        ObjectNode fields = Json.object();
        for (String name : names) {
            fields.put(name, Dates.ISO_8601.write(world.clock().instant()));
        }
        return fields;
    }

    private void add(String collection, String sid, ObjectNode fields, String account) {
        String shelf = account + " monitor/v1/" + collection;
        Resource added = world.resources().add(shelf, sid, fields, world.clock().instant());
        world.resources().finish(shelf, added);
    }
}
