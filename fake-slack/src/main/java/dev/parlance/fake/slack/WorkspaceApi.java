package dev.parlance.fake.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of Slack's Web API that bots use. */
final class WorkspaceApi {
    static final String PATH = "/api/";

    private static final int MAX_TEXT = 40_000;
    private static final int MAX_PAGE = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final WorkspaceState state;
    private final Map<String, Deque<SlackFault>> faults = new HashMap<>();
    private final Map<String, Integer> limits = new HashMap<>();
    private final Map<String, Deque<Long>> requestTimes = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    WorkspaceApi(WorkspaceState state) {
        this.state = state;
    }

    synchronized void plan(String method, SlackFault fault) {
        faults.computeIfAbsent(method, it -> new ArrayDeque<>()).add(fault);
    }

    synchronized void limit(String method, int perMinute) {
        limits.put(method, perMinute);
    }

    synchronized int requests(String method) {
        return count.getOrDefault(method, 0);
    }

    WebhookResponse answer(WebhookRequest request) {
        String method = request.path().substring(PATH.length());
        SlackFault fault = nextFault(method);
        WebhookResponse response = fault != null && fault.replacesEffect() ? replacement(fault) : call(method, request);
        state.log(method + " -> " + response.status() + (fault == null ? "" : " (" + fault.kind() + ")"));
        if (fault == null) {
            return response;
        }
        return switch (fault.kind()) {
            case SLOW -> delayed(response, fault.duration());
            case ANSWER_LOST ->
                WebhookResponse.streamed("application/json", out -> {
                    throw new IOException("injected fault: response lost");
                });
            case MALFORMED, STATUS, ERROR, RATE_LIMITED -> response;
        };
    }

    private synchronized @Nullable SlackFault nextFault(String method) {
        count.merge(method, 1, Integer::sum);
        Deque<SlackFault> planned = faults.get(method);
        if (planned != null && !planned.isEmpty()) {
            return planned.poll();
        }
        return isTooMany(method) ? SlackFault.rateLimited(Duration.ofSeconds(1)) : null;
    }

    private boolean isTooMany(String method) {
        Integer limit = limits.get(method);
        if (limit == null) {
            return false;
        }
        Deque<Long> times = requestTimes.computeIfAbsent(method, it -> new ArrayDeque<>());
        long now = System.nanoTime();
        while (!times.isEmpty() && now - times.peek() > WINDOW.toNanos()) {
            times.poll();
        }
        if (times.size() >= limit) {
            return true;
        }
        times.add(now);
        return false;
    }

    private static WebhookResponse replacement(SlackFault fault) {
        return switch (fault.kind()) {
            case ERROR -> errorResponse(fault.code());
            case RATE_LIMITED ->
                errorResponse(fault.code())
                        .withStatus(fault.status())
                        .withHeader(
                                "Retry-After",
                                Long.toString(Math.max(1, fault.duration().toSeconds())));
            default ->
                WebhookResponse.bytes("text/html", "<h1>Down for maintenance</h1>".getBytes(StandardCharsets.UTF_8))
                        .withStatus(fault.status());
        };
    }

    private static WebhookResponse delayed(WebhookResponse response, Duration delay) {
        try {
            new CountDownLatch(1).await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return response;
    }

    /** Thrown to refuse a request with one of Slack's error codes. */
    private static final class SlackError extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;
        private final String needed;

        SlackError(String code) {
            this(code, "");
        }

        SlackError(String code, String needed) {
            super(code);
            this.code = code;
            this.needed = needed;
        }
    }

    private static WebhookResponse errorResponse(String code) {
        return WebhookResponse.json(WorkspaceState.JSON
                .createObjectNode()
                .put("ok", false)
                .put("error", code)
                .toString());
    }

    private WebhookResponse call(String method, WebhookRequest request) {
        JsonNode arguments = arguments(request);
        if (method.equals("api.test")) {
            return WebhookResponse.json("{\"ok\":true}");
        }
        if (method.equals("oauth.v2.access")) {
            return errorResponse(exchange(request, arguments));
        }
        FakeApp app;
        try {
            app = appOf(request, arguments);
        } catch (SlackError e) {
            return errorResponse(e.code);
        }
        ObjectNode answer = WorkspaceState.JSON.createObjectNode();
        try {
            answer.put("ok", true);
            answer.setAll(call(method, app, arguments));
        } catch (SlackError e) {
            answer.put("ok", false).put("error", e.code);
            if (!e.needed.isEmpty()) {
                answer.put("needed", e.needed).put("provided", String.join(",", app.granted()));
            }
        }
        return WebhookResponse.json(answer.toString()).withHeader("X-OAuth-Scopes", String.join(",", app.granted()));
    }

    private static JsonNode arguments(WebhookRequest request) {
        if (request.header("Content-Type").orElse("").startsWith("application/json")) {
            try {
                return WorkspaceState.JSON.readTree(request.body());
            } catch (IOException e) {
                return WorkspaceState.JSON.missingNode();
            }
        }
        ObjectNode arguments = WorkspaceState.JSON.createObjectNode();
        request.parameters().entries().forEach(parameter -> arguments.put(parameter.name(), parameter.value()));
        return arguments;
    }

    private FakeApp appOf(WebhookRequest request, JsonNode arguments) {
        String token = request.header("Authorization")
                .map(value -> value.replaceFirst("^Bearer ", ""))
                .orElse(arguments.path("token").asText());
        if (token.isEmpty()) {
            throw new SlackError("not_authed");
        }
        FakeApp app = state.apps().stream()
                .filter(candidate -> candidate.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new SlackError("invalid_auth"));
        if (!app.isInstalled()) {
            throw new SlackError(app.isRemoved() ? "account_inactive" : "invalid_auth");
        }
        return app;
    }

    /** Checks the client ID, then the client secret. No code is valid here. */
    private String exchange(WebhookRequest request, JsonNode arguments) {
        String[] basic = request.header("Authorization")
                .filter(value -> value.startsWith("Basic "))
                .map(value -> new String(
                        Base64.getDecoder().decode(value.substring("Basic ".length())), StandardCharsets.UTF_8))
                .orElse(arguments.path("client_id").asText() + ":"
                        + arguments.path("client_secret").asText())
                .split(":", 2);
        Optional<FakeApp> app = state.apps().stream()
                .filter(candidate -> candidate.clientId().equals(basic[0]))
                .findFirst();
        if (app.isEmpty()) {
            return "invalid_client_id";
        }
        return app.get().clientSecret().equals(basic[1]) ? "invalid_code" : "bad_client_secret";
    }

    private ObjectNode call(String method, FakeApp app, JsonNode arguments) {
        return switch (method) {
            case "auth.test" -> authTest(app);
            case "chat.postMessage" -> post(app, arguments);
            case "chat.update" -> update(app, arguments);
            case "chat.delete" -> delete(app, arguments);
            case "conversations.history" -> history(app, arguments, Optional.empty());
            case "conversations.replies" ->
                history(app, arguments, Optional.of(arguments.path("ts").asText()));
            case "users.info" -> userInfo(app, arguments);
            default -> throw new SlackError("unknown_method");
        };
    }

    private static void requireScope(FakeApp app, String scope) {
        if (!app.granted().contains(scope)) {
            throw new SlackError("missing_scope", scope);
        }
    }

    private static ObjectNode authTest(FakeApp app) {
        return WorkspaceState.JSON
                .createObjectNode()
                .put("url", "https://fake.slack.com/")
                .put("team", "Fake")
                .put("team_id", WorkspaceState.TEAM)
                .put("user", app.name().toLowerCase(Locale.ROOT))
                .put("user_id", app.userId())
                .put("bot_id", app.botId())
                .put("is_enterprise_install", false);
    }

    private ObjectNode post(FakeApp app, JsonNode arguments) {
        requireScope(app, "chat:write");
        FakeChannel channel = channel(app, arguments);
        String text = text(arguments);
        Optional<String> thread =
                Optional.of(arguments.path("thread_ts").asText()).filter(ts -> !ts.isEmpty());
        FakePost post = state.write(app, channel, text, thread);
        ObjectNode answer = WorkspaceState.JSON
                .createObjectNode()
                .put("channel", channel.id())
                .put("ts", post.ts());
        answer.set("message", message(post));
        return answer;
    }

    private static String text(JsonNode arguments) {
        String text = arguments.path("text").asText();
        if (text.isBlank() && arguments.path("blocks").isMissingNode()) {
            throw new SlackError("no_text");
        }
        if (text.length() > MAX_TEXT) {
            throw new SlackError("msg_too_long");
        }
        return text;
    }

    /** The channel with this ID, or the direct messages with the person of this ID. */
    private FakeChannel channel(FakeApp app, JsonNode arguments) {
        String id = arguments.path("channel").asText();
        FakeChannel channel = state.findChannel(id)
                .or(() -> state.memberById(id).map(member -> state.directChannel(member, app)))
                .orElseThrow(() -> new SlackError("channel_not_found"));
        if (!channel.has(app)) {
            throw new SlackError(channel.isDirect() ? "channel_not_found" : "not_in_channel");
        }
        return channel;
    }

    private ObjectNode update(FakeApp app, JsonNode arguments) {
        requireScope(app, "chat:write");
        FakePost post = ownPost(app, arguments, "cant_update_message");
        post.change(text(arguments));
        state.log(app + " changes: " + post.text());
        state.changed();
        state.background().later(state.events().changed(app, state.channel(post.channel()), post));
        return WorkspaceState.JSON
                .createObjectNode()
                .put("channel", post.channel())
                .put("ts", post.ts())
                .put("text", post.text());
    }

    private ObjectNode delete(FakeApp app, JsonNode arguments) {
        requireScope(app, "chat:write");
        FakePost post = ownPost(app, arguments, "cant_delete_message");
        post.delete();
        state.changed();
        return WorkspaceState.JSON
                .createObjectNode()
                .put("channel", post.channel())
                .put("ts", post.ts());
    }

    private FakePost ownPost(FakeApp app, JsonNode arguments, String error) {
        FakePost post = state.findPost(
                        channel(app, arguments).id(), arguments.path("ts").asText())
                .orElseThrow(() -> new SlackError("message_not_found"));
        if (!post.author().equals(app.userId())) {
            throw new SlackError(error);
        }
        return post;
    }

    private ObjectNode history(FakeApp app, JsonNode arguments, Optional<String> thread) {
        FakeChannel channel = channel(app, arguments);
        requireScope(app, channel.isDirect() ? "im:history" : "channels:history");
        List<FakePost> all = channel.posts().stream()
                .filter(post -> thread.isEmpty()
                        ? post.thread().isEmpty()
                        : post.thread().equals(thread) || thread.get().equals(post.ts()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (thread.isEmpty()) {
            Collections.reverse(all);
        }
        int from = arguments.path("cursor").asInt(0);
        int limit = Math.max(1, Math.min(MAX_PAGE, arguments.path("limit").asInt(MAX_PAGE)));
        int to = Math.min(all.size(), from + limit);
        ObjectNode answer = WorkspaceState.JSON.createObjectNode().put("has_more", to < all.size());
        all.subList(Math.min(from, to), to)
                .forEach(post -> answer.withArray("messages").add(message(post)));
        answer.withArray("messages");
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? Integer.toString(to) : "");
        return answer;
    }

    private ObjectNode message(FakePost post) {
        ObjectNode message = WorkspaceState.JSON
                .createObjectNode()
                .put("type", "message")
                .put("user", post.author())
                .put("text", post.text())
                .put("ts", post.ts())
                .put("team", WorkspaceState.TEAM);
        post.thread().ifPresent(thread -> message.put("thread_ts", thread));
        bots().stream()
                .filter(app -> post.isByBot() && app.userId().equals(post.author()))
                .forEach(app -> message.put("bot_id", app.botId()));
        return message;
    }

    private Set<FakeApp> bots() {
        return Set.copyOf(state.apps());
    }

    private ObjectNode userInfo(FakeApp app, JsonNode arguments) {
        requireScope(app, "users:read");
        FakeMember member =
                state.memberById(arguments.path("user").asText()).orElseThrow(() -> new SlackError("user_not_found"));
        ObjectNode user = member.json();
        if (arguments.path("include_locale").asBoolean()
                || arguments.path("include_locale").asText().matches("1|true")) {
            user.put("locale", member.locale());
        }
        ObjectNode answer = WorkspaceState.JSON.createObjectNode();
        answer.set("user", user);
        return answer;
    }
}
