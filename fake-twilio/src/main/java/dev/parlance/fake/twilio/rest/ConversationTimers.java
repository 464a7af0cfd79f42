package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.internal.Timeline.Timer;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The states of conversations. Timers make them inactive and close them, on the fake's clock. */
final class ConversationTimers {
    /** The state after each timer. */
    private static final Map<String, String> STATES = Map.of("inactive", "inactive", "closed", "closed");

    private final World world;
    private final ConversationStore store;
    private final ConversationEvents events;
    private final Map<String, List<Timer>> running = new ConcurrentHashMap<>();

    ConversationTimers(World world, ConversationStore store, ConversationEvents events) {
        this.world = world;
        this.store = store;
        this.events = events;
    }

    /** Sets the timers of a request; for a new conversation, otherwise the account's default. */
    void set(Resource conversation, Exchange exchange, boolean isNew) {
        Optional<Resource> defaults =
                world.resources().find(exchange.account() + " conversations/v1/Configuration", "");
        for (String timer : STATES.keySet()) {
            String parameter = "Timers." + Character.toUpperCase(timer.charAt(0)) + timer.substring(1);
            if (exchange.has(parameter)) {
                conversation.set("_" + timer, duration(parameter, exchange.form(parameter)));
            } else if (isNew) {
                defaults.flatMap(it -> it.filled("default_" + timer + "_timer"))
                        .ifPresent(value -> conversation.set("_" + timer, duration(parameter, value)));
            }
        }
        restart(conversation);
    }

    /** Refuses invalid default timers. */
    static void checkDefaults(Exchange exchange) {
        for (String name : List.of("DefaultInactiveTimer", "DefaultClosedTimer")) {
            duration(name, exchange.form(name));
        }
    }

    private static String duration(String name, String value) {
        try {
            return value.isEmpty() ? "" : Duration.parse(value).toString();
        } catch (DateTimeException e) {
            throw ApiError.badRequest(20001, "Invalid " + name + ": '" + value + "' is not an ISO 8601 duration");
        }
    }

    /** Something happened in a conversation: it becomes active, and its timers start again. */
    void restartAfterEvent(Resource conversation) {
        if (conversation.is("state", "inactive")) {
            change(conversation, "active", "EVENT", true);
        }
        restart(conversation);
    }

    private void restart(Resource conversation) {
        cancel(conversation);
        List<Timer> started = new ArrayList<>();
        Instant now = world.clock().instant();
        ObjectNode dates = Json.object();
        for (Map.Entry<String, String> timer : STATES.entrySet()) {
            conversation.filled("_" + timer.getKey()).ifPresent(duration -> {
                Instant due = now.plus(Duration.parse(duration));
                String date = Dates.ISO_8601.write(due);
                dates.put("date_" + timer.getKey(), date);
                String what = "conversation becomes " + timer.getValue();
                started.add(world.timeline()
                        .at(due, what, () -> expire(conversation, timer.getKey(), date, timer.getValue())));
            });
        }
        conversation.set("timers", dates);
        if (!started.isEmpty()) {
            running.put(conversation.sid(), started);
        }
    }

    private void cancel(Resource conversation) {
        List<Timer> before = running.remove(conversation.sid());
        if (before != null) {
            before.forEach(Timer::cancel);
        }
    }

    private void expire(Resource conversation, String timer, String date, String state) {
        boolean isCurrent =
                conversation.get("timers").path("date_" + timer).asText().equals(date)
                        && store.conversations.find(conversation.sid()).isPresent();
        boolean isEarlier =
                state.equals("closed") ? !conversation.is("state", "closed") : conversation.is("state", "active");
        if (isCurrent && isEarlier) {
            change(conversation, state, "TIMER", true);
        }
    }

    /** Changes the state of a conversation. */
    void change(Resource conversation, String state, String reason, boolean reports) {
        String before = conversation.text("state");
        if (before.equals(state)) {
            return;
        }
        conversation.set("state", state);
        store.conversations.touch(conversation);
        if (state.equals("closed")) {
            cancel(conversation);
            store.conversations.finish(conversation);
        }
        if (reports) {
            events.publish(
                    "onConversationStateUpdated",
                    conversation,
                    reason.equals("API") ? "API" : "SYSTEM",
                    "StateFrom",
                    before,
                    "StateTo",
                    state,
                    "StateUpdated",
                    conversation.text("date_updated"),
                    "Reason",
                    reason);
        }
    }
}
