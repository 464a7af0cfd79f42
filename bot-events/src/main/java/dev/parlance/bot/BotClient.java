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
 * Asks the workspace's API as one bot, by Slack's own client.
 *
 * <pre>{@code
 * try (BotClient client = BotClient.withToken(settings.token())) {
 *     PostedMessage message = client.post(channel, "Good morning");
 *     message.update("Good evening");
 *     client.change("reactions.add", methods -> methods.reactionsAdd(r -> r.channel(channel).timestamp(ts).name("wave")));
 * }
 * }</pre>
 *
 * <p>Every request has time-outs. "Too many" ({@code 429}) is waited for as long as the answer says and asked again, up to
 * the client's patience; what failed for a passing reason is asked again only where that cannot do a thing twice. Each
 * project has a client of its own, with its own token. Safe for use by several threads; those of its
 * connections are daemons, and end when there is nothing left to do.
 */
public final class BotClient implements AutoCloseable {
    private static final int TRIES = 4;
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

    /** A request by Slack's client: {@code methods -> methods.usersInfo(r -> r.user(id))}. */
    @FunctionalInterface
    public interface SlackRequest<T> {
        /** Sends it. */
        T send(MethodsClient methods) throws IOException, SlackApiException;
    }

    /** Lets time pass between two tries. */
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
                .retryOnConnectionFailure(false) // or a message whose answer was lost would be posted twice
                .build();
        SlackConfig config = new SlackConfig();
        config.setHttpClientResponseHandlers(new ArrayList<>()); // or debug logs would have the words
        SlackHttpClient slack = new SlackHttpClient(http);
        slack.setConfig(config);
        MethodsClientImpl client = new MethodsClientImpl(slack, options.token.reveal());
        client.setEndpointUrlPrefix(options.api.toString().replaceFirst("/+$", "") + "/");
        methods = client;
        patience = options.patience;
        sleeper = options.sleeper;
    }

    /** Asks as the bot whose token this is: the Bot User OAuth Token, {@code xoxb-…}. */
    public static BotClient withToken(Secret token) {
        return with(token).build();
    }

    /** Begins a client with other time-outs or another address than Slack's own. */
    public static Builder with(Secret token) {
        return new Builder(token);
    }

    /**
     * Who the bot is ({@code auth.test}); asked once.
     *
     * @throws BotException if the token is not good
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
        return read("auth.test", asked -> asked.authTest(r -> r));
    }

    static BotIdentity identityOf(AuthTestResponse answer) {
        return new BotIdentity(
                text(answer.getUserId()),
                text(answer.getBotId()),
                text(answer.getUser()),
                text(answer.getTeamId()),
                text(answer.getTeam()));
    }

    private static String text(@Nullable String some) {
        return some == null ? "" : some;
    }

    /** Posts a message into a channel, or to a person by his id ({@code chat.postMessage}). */
    public PostedMessage post(String channel, String text) {
        return post(channel, Optional.empty(), List.of(Part.words(text)));
    }

    /** Posts a message into a thread. */
    public PostedMessage postInThread(String channel, String thread, String text) {
        return post(channel, Optional.of(thread), List.of(Part.words(text)));
    }

    PostedMessage post(String channel, Optional<String> thread, List<Part> parts) {
        ChatPostMessageResponse posted = change(
                "chat.postMessage",
                asked -> asked.chatPostMessage(
                        r -> r.channel(channel).threadTs(thread.orElse(null)).text(SlackText.write(parts))));
        return new SlackMessage(this, posted.getChannel(), posted.getTs());
    }

    /** Gives a message of the bot's other words ({@code chat.update}). */
    public void update(String channel, String message, String text) {
        message(channel, message).update(text);
    }

    /** A message of the bot's that was posted before, to be updated or deleted. */
    public PostedMessage message(String channel, String message) {
        return new SlackMessage(this, channel, message);
    }

    /**
     * The last messages of a channel, the newest first, from as many pages as it takes ({@code conversations.history}).
     *
     * @param most how many at most
     */
    public List<Message> history(String channel, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A history has at least one message, not " + most);
        }
        List<Message> all = new ArrayList<>();
        String cursor = "";
        do {
            String from = cursor;
            int wanted = Math.min(PAGE, most - all.size());
            ConversationsHistoryResponse page = read(
                    "conversations.history",
                    asked -> asked.conversationsHistory(
                            r -> r.channel(channel).limit(wanted).cursor(from.isEmpty() ? null : from)));
            all.addAll(page.getMessages());
            cursor = page.getResponseMetadata() == null
                    ? ""
                    : text(page.getResponseMetadata().getNextCursor());
        } while (!cursor.isEmpty() && all.size() < most);
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /**
     * Asks anything that changes nothing. It is asked again after a passing failure.
     *
     * @param method the method's name, for the error's text
     * @throws BotException if it is refused ({@code ok: false} too) or not answered
     */
    public <T extends SlackApiTextResponse> T read(String method, SlackRequest<T> request) {
        return call(method, false, request);
    }

    /**
     * Asks for something to be created or changed. It is asked again only after "too many".
     *
     * @param method the method's name, for the error's text
     * @throws BotException if it is refused ({@code ok: false} too), or if it is not known whether it was done
     */
    public <T extends SlackApiTextResponse> T change(String method, SlackRequest<T> request) {
        return call(method, true, request);
    }

    private <T extends SlackApiTextResponse> T call(String method, boolean changes, SlackRequest<T> request) {
        long begun = System.nanoTime();
        for (int tries = 1; ; tries++) {
            BotException failure;
            try {
                T answer = request.send(methods);
                if (answer.isOk()) {
                    return answer;
                }
                failure = BotException.refused(method, changes, answer);
            } catch (SlackApiException e) {
                failure = BotException.status(method, changes, e);
            } catch (IOException | JsonParseException e) {
                failure = BotException.unanswered(method, changes, e);
            }
            Duration pause = failure.retryAfter().orElse(jitter(tries));
            boolean over =
                    Duration.ofNanos(System.nanoTime() - begun).plus(pause).compareTo(patience) > 0;
            if (tries == TRIES || over || !failure.mayBeRepeated() || !slept(pause)) {
                throw failure;
            }
        }
    }

    private static Duration jitter(int tries) {
        long most = FIRST_PAUSE.toMillis() << tries;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
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

    /** The language that a person has set, as far as the bot may know it. */
    Optional<String> languageOf(String user) {
        return languages.of(user);
    }

    /** Answers at the URL that came with a command or an interaction. */
    void respond(String url, String json) {
        if (url.isEmpty()) {
            throw BotException.notSetUp(
                    "There is no response_url to say it at: a form is answered by Answer.json(…), and whoever sent"
                            + " it is written to by his id");
        }
        String what = "an answer by response_url";
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (Response answer = http.newCall(request).execute()) {
            if (!answer.isSuccessful()) {
                throw BotException.status(
                        what + ", which can be given five times within half an hour,",
                        answer.code(),
                        answer.code() >= 500);
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

    /** What may be set before a client is made. For one thread. */
    public static final class Builder {
        private final Secret token;
        private URI api = URI.create("https://slack.com/api/");
        private Duration timeout = Duration.ofSeconds(10);
        private Duration patience = Duration.ofSeconds(30);
        private Sleeper sleeper = pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos());

        private Builder(Secret token) {
            this.token = token;
        }

        /** Where the API answers, if not at Slack's own address: that of a fake, or of GovSlack. */
        public Builder api(URI url) {
            this.api = url;
            return this;
        }

        /** How long one request may take; 10 seconds if not set. */
        public Builder timeout(Duration time) {
            this.timeout = time;
            return this;
        }

        /** How long a request may be tried again for, waiting for rate limits too; 30 seconds if not set. */
        public Builder patience(Duration time) {
            this.patience = time;
            return this;
        }

        Builder sleeper(Sleeper newSleeper) {
            this.sleeper = newSleeper;
            return this;
        }

        /** The client; no request is made yet. */
        public BotClient build() {
            return new BotClient(this);
        }
    }
}
