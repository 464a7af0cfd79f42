package dev.parlance.account.browser;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.account.Capability;
import dev.parlance.account.Token;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.VoiceAccess;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands a token to the browser of a user who is signed in, so that it can call and be called in his name: {@code
 * {"token": …, "identity": …, "seconds": 3600}}.
 *
 * <pre>{@code
 * router.post("/api/token/generate", TokenEndpoint.of(account, request -> sessions.userOf(request)));
 * }</pre>
 *
 * <p>Who is not signed in gets a 401: there is no token for nobody. Ten tokens within ten minutes are given to one user,
 * and beyond that a 429. A token lives for an hour at most. Immutable but for what it counts, and safe for use by several
 * threads.
 */
public final class TokenEndpoint implements WebhookHandler {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final JsonMapper JSON = new JsonMapper();

    private final TwilioAccount account;
    private final Function<WebhookRequest, Optional<String>> signedInUser;
    private final String application;
    private final Settings settings;

    private record Settings(Duration life, boolean incoming, boolean legacy, UserLimit limit, Clock clock) {}

    private TokenEndpoint(
            TwilioAccount account,
            Function<WebhookRequest, Optional<String>> signedInUser,
            String application,
            Settings settings) {
        this.account = account;
        this.signedInUser = signedInUser;
        this.application = application;
        this.settings = settings;
    }

    private TokenEndpoint with(Settings newSettings) {
        return new TokenEndpoint(account, signedInUser, application, newSettings);
    }

    /**
     * Tokens of this account, for calls that go through the application in {@code TWILIO_APP_SID}.
     *
     * @param signedInUser whose browser asks, by the application's own session: a name of letters, digits and underscores;
     *     empty if he is not signed in
     * @throws IllegalArgumentException if the account's settings name no application
     */
    public static TokenEndpoint of(TwilioAccount account, Function<WebhookRequest, Optional<String>> signedInUser) {
        String application = account.settings()
                .voiceApplicationSid()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Calls from a browser go through an application: set TWILIO_APP_SID"));
        UserLimit limit = new UserLimit(10, Duration.ofMinutes(10));
        return new TokenEndpoint(
                account, signedInUser, application, new Settings(LONGEST, true, false, limit, Clock.systemUTC()));
    }

    /** How long a token lives; an hour if it is not told, which is also the longest. */
    public TokenEndpoint life(Duration time) {
        if (time.compareTo(LONGEST) > 0 || time.toSeconds() < 1) {
            throw new IllegalArgumentException("A browser's token lives from a second to an hour, not " + time);
        }
        return with(new Settings(time, settings.incoming, settings.legacy, settings.limit, settings.clock));
    }

    /** Tokens for calling alone: nobody can call the browser. */
    public TokenEndpoint outgoingOnly() {
        return with(new Settings(settings.life, false, settings.legacy, settings.limit, settings.clock));
    }

    /** Capability tokens, signed with the auth token, for pages with the SDK of before 2021 ({@code twilio-client}). */
    public TokenEndpoint legacy() {
        return with(new Settings(settings.life, settings.incoming, true, settings.limit, settings.clock));
    }

    /** How many tokens one user is given within a while. */
    public TokenEndpoint atMost(int tokens, Duration within) {
        UserLimit limit = new UserLimit(tokens, within);
        return with(new Settings(settings.life, settings.incoming, settings.legacy, limit, settings.clock));
    }

    /** Counts by another clock. */
    public TokenEndpoint clock(Clock clock) {
        return with(new Settings(settings.life, settings.incoming, settings.legacy, settings.limit, clock));
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Optional<String> user = signedInUser.apply(request);
        if (user.isEmpty()) {
            return refused(401, "Sign in first.");
        }
        if (!settings.limit.allows(user.get(), settings.clock)) {
            return refused(429, "These are too many tokens. Try again later.")
                    .withHeader(
                            "Retry-After", Long.toString(settings.limit.window().toSeconds()));
        }
        Token token = settings.legacy ? capability(user.get()) : access(user.get());
        return WebhookResponse.json(JSON.createObjectNode()
                        .put("token", token.value())
                        .put("identity", user.get())
                        .put("seconds", settings.life.toSeconds())
                        .toString())
                .withHeader("Cache-Control", "no-store");
    }

    private static WebhookResponse refused(int status, String error) {
        return WebhookResponse.json(JSON.createObjectNode().put("error", error).toString())
                .withStatus(status)
                .withHeader("Cache-Control", "no-store");
    }

    private Token access(String user) {
        return account.tokens()
                .sign(VoiceAccess.of(user)
                        .outgoing(application)
                        .incoming(settings.incoming)
                        .life(settings.life));
    }

    private Token capability(String user) {
        Capability capability = settings.incoming
                ? Capability.incoming(user).outgoing(application, Map.of())
                : Capability.anonymous(application, Map.of());
        return account.tokens().sign(capability.life(settings.life));
    }
}
