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
 * Gives a signed-in user's browser a token, so that it can make and receive calls in the user's name: {@code
 * {"token": …, "identity": …, "seconds": 3600}}.
 *
 * <pre>{@code
 * TokenEndpoint tokens = TokenEndpoint.of(account, request -> request.headers().first("X-Signed-In-User"));
 * router.post("/api/token/generate", tokens);
 * }</pre>
 *
 * <p>A request without a signed-in user gets a 401. Default limit: 10 tokens per user in 10 minutes; more get a 429. A token
 * expires after an hour at most. Immutable except for its counters, and thread-safe.
 */
public final class TokenEndpoint implements WebhookHandler {
    private static final Duration MAX_LIFETIME = Duration.ofHours(1);
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
     * Issues tokens of this account, for calls through the application in {@code TWILIO_APP_SID}.
     *
     * @param signedInUser finds the user in your application's session: a name of letters, digits and underscores; empty if
     *     nobody is signed in
     * @throws IllegalArgumentException if the account's settings have no application
     */
    public static TokenEndpoint of(TwilioAccount account, Function<WebhookRequest, Optional<String>> signedInUser) {
        String application = account.settings()
                .voiceApplicationSid()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Calls from a browser need a TwiML application: set TWILIO_APP_SID"));
        UserLimit limit = new UserLimit(10, Duration.ofMinutes(10));
        return new TokenEndpoint(
                account, signedInUser, application, new Settings(MAX_LIFETIME, true, false, limit, Clock.systemUTC()));
    }

    /** Sets how long a token is valid. Default and maximum: an hour. */
    public TokenEndpoint withLifetime(Duration time) {
        if (time.compareTo(MAX_LIFETIME) > 0 || time.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "A browser's token must be valid for one second to one hour, not " + time);
        }
        return with(new Settings(time, settings.incoming, settings.legacy, settings.limit, settings.clock));
    }

    /** Issues tokens for outgoing calls only: nobody can call the browser. */
    public TokenEndpoint withOutgoingOnly() {
        return with(new Settings(settings.life, false, settings.legacy, settings.limit, settings.clock));
    }

    /** Issues capability tokens, signed with the auth token, for pages with the SDK from before 2021 ({@code twilio-client}). */
    public TokenEndpoint withCapabilityTokens() {
        return with(new Settings(settings.life, settings.incoming, true, settings.limit, settings.clock));
    }

    /** Limits how many tokens a user gets within this time. */
    public TokenEndpoint withLimit(int tokens, Duration within) {
        UserLimit limit = new UserLimit(tokens, within);
        return with(new Settings(settings.life, settings.incoming, settings.legacy, limit, settings.clock));
    }

    /** Uses another clock. */
    public TokenEndpoint withClock(Clock clock) {
        return with(new Settings(settings.life, settings.incoming, settings.legacy, settings.limit, clock));
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Optional<String> user = signedInUser.apply(request);
        if (user.isEmpty()) {
            return refused(401, "Sign in first.");
        }
        if (!settings.limit.allows(user.get(), settings.clock)) {
            return refused(429, "Too many tokens requested. Try again later.")
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
                        .withOutgoing(application)
                        .withIncoming(settings.incoming)
                        .withLifetime(settings.life));
    }

    private Token capability(String user) {
        Capability capability = settings.incoming
                ? Capability.incoming(user).withOutgoing(application, Map.of())
                : Capability.anonymous(application, Map.of());
        return account.tokens().sign(capability.withLifetime(settings.life));
    }
}
