package dev.parlance.bot;

import com.google.gson.JsonParseException;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.impl.MethodsClientImpl;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.util.http.SlackHttpClient;
import dev.parlance.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls Slack's API as one bot, through Slack's own client.
 *
 * <pre>{@code
 * try (BotClient client = BotClient.of(token)) {
 *     PostedMessage message = client.post("C0123456789", "Good morning");
 *     message.update("Good evening");
 *     client.change("reactions.add", methods -> methods.reactionsAdd(
 *             r -> r.channel("C0123456789").timestamp(message.id()).name("wave")));
 * }
 * }</pre>
 *
 * <p>Every request has a timeout. Retries rate-limited requests ({@code 429}) after the pause that Slack asks for, within the
 * client's {@linkplain Builder#patience patience}. Retries other temporary failures only if that cannot do something twice.
 * Create one client per token. Thread-safe. Its connection threads are daemons and end when idle.
 */
public final class BotClient implements AutoCloseable {
    private static final int MAX_ATTEMPTS = 4;
    private static final int PAGE = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient http;
    private final MethodsClient methods;
    private final Duration patience;
    private final Sleeper sleeper;
    private final UserLanguages languages = new UserLanguages(this);

    @Nullable
    private volatile BotIdentity identity;

    /** A request through Slack's client: {@code methods -> methods.usersInfo(r -> r.user(id))}. */
    @FunctionalInterface
    public interface SlackRequest<T> {
        /** Sends the request. */
        T send(MethodsClient methods) throws IOException, SlackApiException;
    }

    /** Sleeps between two attempts. Tests replace it. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    private BotClient(Builder options) {
        http = new OkHttpClient.Builder()
                .connectTimeout(options.timeout)
                .callTimeout(options.timeout)
                .readTimeout(options.timeout)
                .writeTimeout(options.timeout)
                .retryOnConnectionFailure(false) // otherwise a message with a lost response would be posted twice
                .build();
        SlackConfig config = new SlackConfig();
        config.setHttpClientResponseHandlers(new ArrayList<>()); // otherwise debug logs would contain the messages
        SlackHttpClient slack = new SlackHttpClient(http);
        slack.setConfig(config);
        MethodsClientImpl client = new MethodsClientImpl(slack, options.token.reveal());
        client.setEndpointUrlPrefix(options.api.toString().replaceFirst("/+$", "") + "/");
        methods = client;
        patience = options.patience;
        sleeper = options.sleeper;
    }

    /** Creates a client with default settings for a Bot User OAuth Token, {@code xoxb-…}. */
    public static BotClient of(Secret token) {
        return builder(token).build();
    }

    /** Starts building a client with other timeouts or another URL than Slack's. */
    public static Builder builder(Secret token) {
        return new Builder(token);
    }

    /**
     * The identity of the bot ({@code auth.test}). Fetched once.
     *
     * @throws BotException if the token is invalid
     */
    public BotIdentity identity() {
        BotIdentity known = identity;
        if (known == null) {
            known = identityOf(authTest());
            identity = known;
        }
        return known;
    }

    AuthTestResponse authTest() {
        return read("auth.test", slack -> slack.authTest(r -> r));
    }

    static BotIdentity identityOf(AuthTestResponse response) {
        return new BotIdentity(
                text(response.getUserId()),
                text(response.getBotId()),
                text(response.getUser()),
                text(response.getTeamId()),
                text(response.getTeam()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Posts a message to a channel, or to a user by their id ({@code chat.postMessage}). */
    public PostedMessage post(String channel, String text) {
        return post(channel, Optional.empty(), List.of(MessagePart.text(text)));
    }

    /** Posts a message in a thread. */
    public PostedMessage postInThread(String channel, String thread, String text) {
        return post(channel, Optional.of(thread), List.of(MessagePart.text(text)));
    }

    PostedMessage post(String channel, Optional<String> thread, List<MessagePart> parts) {
        ChatPostMessageResponse posted = change(
                "chat.postMessage",
                slack -> slack.chatPostMessage(
                        r -> r.channel(channel).threadTs(thread.orElse(null)).text(SlackText.write(parts))));
        return new SlackMessage(this, posted.getChannel(), posted.getTs());
    }

    /** Replaces the text of one of the bot's messages ({@code chat.update}). */
    public void update(String channel, String message, String text) {
        message(channel, message).update(text);
    }

    /** One of the bot's earlier messages, to update or delete. */
    public PostedMessage message(String channel, String message) {
        return new SlackMessage(this, channel, message);
    }

    /**
     * Returns the last messages of a channel, newest first. Reads as many pages as needed ({@code conversations.history}).
     *
     * @param most the maximum number of messages
     */
    public List<Message> history(String channel, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Ask for at least one message, not " + most);
        }
        List<Message> all = new ArrayList<>();
        String cursor = "";
        do {
            String from = cursor;
            int limit = Math.min(PAGE, most - all.size());
            ConversationsHistoryResponse page = read(
                    "conversations.history",
                    slack -> slack.conversationsHistory(
                            r -> r.channel(channel).limit(limit).cursor(from.isEmpty() ? null : from)));
            all.addAll(page.getMessages());
            cursor = page.getResponseMetadata() == null
                    ? ""
                    : text(page.getResponseMetadata().getNextCursor());
        } while (!cursor.isEmpty() && all.size() < most);
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /**
     * Calls a method that changes nothing. Retries after temporary failures.
     *
     * @param method the method's name, for error messages
     * @throws BotException if the call is refused (including {@code ok: false}) or not answered
     */
    public <T extends SlackApiTextResponse> T read(String method, SlackRequest<T> request) {
        return call(method, false, request);
    }

    /**
     * Calls a method that creates or changes something. Retries only after rate limits.
     *
     * @param method the method's name, for error messages
     * @throws BotException if the call is refused (including {@code ok: false}), or if its outcome is unknown
     */
    public <T extends SlackApiTextResponse> T change(String method, SlackRequest<T> request) {
        return call(method, true, request);
    }

    private <T extends SlackApiTextResponse> T call(String method, boolean changes, SlackRequest<T> request) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            BotException failure;
            try {
                T response = request.send(methods);
                if (response.isOk()) {
                    return response;
                }
                failure = BotException.refused(method, changes, response);
            } catch (SlackApiException e) {
                failure = BotException.status(method, changes, e);
            } catch (IOException | JsonParseException e) {
                failure = BotException.unanswered(method, changes, e);
            }
            Duration pause = failure.retryAfter().orElse(jitter(attempt));
            boolean over =
                    Duration.ofNanos(System.nanoTime() - start).plus(pause).compareTo(patience) > 0;
            if (attempt == MAX_ATTEMPTS || over || !failure.mayBeRepeated() || !slept(pause)) {
                throw failure;
            }
        }
    }

    private static Duration jitter(int attempt) {
        long max = FIRST_PAUSE.toMillis() << attempt;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(max / 2, max));
    }

    private boolean slept(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The language that a user has set, if the bot has access to it. */
    Optional<String> languageOf(String user) {
        return languages.of(user);
    }

    /** Posts an answer to the response URL of a command or interaction. */
    void respond(String url, String json) {
        if (url.isEmpty()) {
            throw BotException.notSetUp(
                    "There is no response_url. Answer a form with Answer.json(…), or post a message to the user by their"
                            + " id");
        }
        String what = "the answer to the response_url";
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw BotException.status(
                        what + " (allowed five times within half an hour)", response.code(), response.code() >= 500);
            }
        } catch (IOException e) {
            throw BotException.unanswered(what, true, e);
        }
    }

    OkHttpClient http() {
        return http;
    }

    /** Closes the connections. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Builds a client. Not thread-safe. */
    public static final class Builder {
        private final Secret token;
        private URI api = URI.create("https://slack.com/api/");
        private Duration timeout = Duration.ofSeconds(10);
        private Duration patience = Duration.ofSeconds(30);
        private Sleeper sleeper = pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos());

        private Builder(Secret token) {
            this.token = token;
        }

        /** The URL of the API, for a fake or GovSlack. Default: Slack's API. */
        public Builder api(URI url) {
            this.api = url;
            return this;
        }

        /** How long one request may take. Default: 10 seconds. */
        public Builder timeout(Duration time) {
            this.timeout = time;
            return this;
        }

        /** How long a request may be retried, including pauses for rate limits. Default: 30 seconds. */
        public Builder maxWait(Duration time) {
            this.patience = time;
            return this;
        }

        Builder sleeper(Sleeper newSleeper) {
            this.sleeper = newSleeper;
            return this;
        }

        /** Builds the client without making a request. */
        public BotClient build() {
            return new BotClient(this);
        }
    }
}
