package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.messaging.Outgoing;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.FlowStep;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Studio: executions of flows. A flow does what a test says; a flow without steps stays active until it is ended. */
public final class StudioApi {
    private static final String HOST = "studio";
    private static final String FLOWS = "/v2/Flows";
    private static final String EXECUTIONS = FLOWS + "/{flow_sid}/Executions";
    private static final String EXECUTION = EXECUTIONS + "/{sid}";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

    private final World world;
    private final Messaging messaging;

    StudioApi(World world, Messaging messaging) {
        this.world = world;
        this.messaging = messaging;
        messaging.addListener(this::handle);
    }

    void effects(Effects effects) {
        effects.after(
                        "POST",
                        HOST,
                        FLOWS,
                        (flow, exchange) -> flow.set("revision", 1).set("valid", Json.of(true)))
                .after(
                        "POST",
                        HOST,
                        FLOWS + "/{sid}",
                        (flow, exchange) ->
                                flow.set("revision", flow.get("revision").asInt() + 1))
                .before("POST", HOST, EXECUTIONS, exchange -> parameters(exchange))
                .after("POST", HOST, EXECUTIONS, this::start)
                .after("POST", HOST, EXECUTION, (execution, exchange) -> end(execution.set("_waits_for", "")))
                .after("DELETE", HOST, EXECUTION, (execution, exchange) -> execution.set("status", "ended"))
                .after("GET", HOST, EXECUTION + "/Context", this::showContext);
    }

    /** Adds a published flow of the main account, and returns its SID. */
    public String addFlow(String name, List<FlowStep> steps) {
        String sid = world.sids().next("FW");
        ObjectNode flow = Json.object()
                .put("account_sid", world.accounts().main())
                .put("sid", sid)
                .put("friendly_name", name)
                .put("status", "published")
                .put("revision", 1)
                .put("valid", true);
        flow.putObject("definition").put("description", name);
        Resource added = world.resources()
                .add(
                        world.accounts().main() + " " + HOST + FLOWS,
                        sid,
                        flow,
                        world.clock().instant());
        added.setDate("date_created", world.clock().instant())
                .setDate("date_updated", world.clock().instant());
        world.flows().put(sid, List.copyOf(steps));
        return sid;
    }

    private static JsonNode parameters(Exchange exchange) {
        String text = exchange.form("Parameters");
        try {
            return text.isEmpty() ? Json.object() : Json.read(text);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(20001, "Parameters is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private void start(Resource execution, Exchange exchange) {
        String to = PhoneNumbers.normalized(exchange.form("To"));
        ObjectNode context = Json.object();
        context.putObject("flow").put("sid", execution.sid()).set("data", parameters(exchange));
        context.putObject("contact").putObject("channel").put("address", to);
        context.putObject("trigger")
                .putObject("api")
                .put("to", to)
                .put("from", exchange.form("From"))
                .set("parameters", parameters(exchange));
        context.putObject("widgets");
        execution
                .set("context", context)
                .set("status", "active")
                .set("contact_channel_address", to)
                .set("initiated_by", "REST API")
                .set("flow_version", 1)
                .set("_from", PhoneNumbers.normalized(exchange.form("From")))
                .set("_next", 0)
                .set("_waits_for", "");
        if (world.flows().containsKey(execution.text("flow_sid"))) {
            world.background().later(() -> run(execution));
        }
    }

    /** Runs steps until one waits for a reply, or the flow ends. */
    private void run(Resource execution) {
        List<FlowStep> steps = world.flows().getOrDefault(execution.text("flow_sid"), List.of());
        while (execution.is("status", "active")) {
            int next = execution.get("_next").asInt();
            if (next == steps.size()) {
                addStep(execution, next == 0 ? "Trigger" : steps.get(next - 1).name(), "Ended");
                execution.setDate("date_updated", world.clock().instant());
                end(execution);
                return;
            }
            FlowStep step = steps.get(next);
            addStep(execution, next == 0 ? "Trigger" : steps.get(next - 1).name(), step.name());
            execution.set("_next", next + 1);
            text(execution, step);
            if (step.waits()) {
                execution.set("_waits_for", step.name());
                return;
            }
        }
    }

    private void end(Resource execution) {
        execution.set("status", "ended");
        world.resources().finish(executions(execution.text("account_sid"), execution.text("flow_sid")), execution);
    }

    private static String executions(String account, String flow) {
        return account + " " + HOST + FLOWS + "/" + flow + "/Executions";
    }

    private void text(Resource execution, FlowStep step) {
        String body = VARIABLE.matcher(step.body())
                .replaceAll(variable -> Matcher.quoteReplacement(value(execution.get("context"), variable.group(1))));
        try {
            messaging.send(new Outgoing(
                    execution.text("account_sid"),
                    execution.text("contact_channel_address"),
                    execution.text("_from"),
                    "",
                    body,
                    List.of(),
                    "",
                    Optional.empty()));
        } catch (ApiError e) {
            world.alert(e.code(), String.valueOf(e.getMessage()));
            end(execution);
        }
    }

    private static String value(JsonNode context, String path) {
        JsonNode value = context;
        for (String name : path.split("\\.", -1)) {
            value = value.path(name);
        }
        return value.asText();
    }

    private void addStep(Resource execution, String from, String to) {
        String sid = world.sids().next("FT");
        ObjectNode step = Json.object()
                .put("account_sid", execution.text("account_sid"))
                .put("flow_sid", execution.text("flow_sid"))
                .put("execution_sid", execution.sid())
                .put("sid", sid)
                .put("name", "next")
                .put("transitioned_from", from)
                .put("transitioned_to", to);
        step.set("context", execution.get("context"));
        world.resources()
                .add(
                        execution.text("account_sid") + " " + HOST + FLOWS + "/" + execution.text("flow_sid")
                                + "/Executions/" + execution.sid() + "/Steps",
                        sid,
                        step,
                        world.clock().instant())
                .setDate("date_created", world.clock().instant())
                .setDate("date_updated", world.clock().instant());
    }

    /** Continues the execution that waits for a text from this person. */
    private boolean handle(Resource text) {
        Optional<Resource> waiting = world.flows().keySet().stream()
                .flatMap(flow -> world
                        .resources()
                        .firstWith(
                                executions(text.text("account_sid"), flow),
                                "contact_channel_address",
                                text.text("from"),
                                execution -> isWaiting(execution, text))
                        .stream())
                .findFirst();
        waiting.ifPresent(execution -> proceed(execution, text));
        return waiting.isPresent();
    }

    private static boolean isWaiting(Resource execution, Resource text) {
        return execution.is("status", "active")
                && execution.filled("_waits_for").isPresent()
                && execution.is("contact_channel_address", text.text("from"))
                && execution.is("_from", text.text("to"));
    }

    private void proceed(Resource execution, Resource text) {
        JsonNode context = execution.get("context");
        ObjectNode widgets = (ObjectNode) context.path("widgets");
        widgets.putObject(execution.text("_waits_for"))
                .putObject("inbound")
                .put("Body", text.text("body"))
                .put("From", text.text("from"))
                .put("MessageSid", text.sid());
        execution.set("context", context).set("_waits_for", "");
        run(execution);
    }

    private void showContext(Resource result, Exchange exchange) {
        String[] path = exchange.request().path().split("/", -1);
        String flow = path[3];
        String sid = path[5];
        world.resources()
                .find(exchange.account() + " " + HOST + FLOWS + "/" + flow + "/Executions", sid)
                .ifPresent(execution -> result.set("context", execution.get("context")));
    }
}
