package dev.parlance.bot;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a request to the platform's API is refused or not answered, or when something is not set up. The message names
 * the request, the reason and what to do. It contains no token and no message text.
 *
 * <pre>{@code
 * try {
 *     client.post("C0123456789", "Good morning");
 * } catch (BotException e) {
 *     if (e.code().equals("not_in_channel")) {
 *         log.warn("Invite the bot to the channel first");
 *     }
 * }
 * }</pre>
 */
public final class BotException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RATE_LIMITED = "ratelimited";

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("invalid_auth", "Copy the Bot User OAuth Token (xoxb-…) from \"OAuth & Permissions\" again."),
            Map.entry("not_authed", "The request had no token: set SLACK_BOT_TOKEN."),
            Map.entry("account_inactive", "The app was removed from the workspace: install it again."),
            Map.entry("token_revoked", "The app was removed from the workspace: install it again."),
            Map.entry("token_expired", "Refresh the token, or turn token rotation off."),
            Map.entry("not_in_channel", "Invite the bot to the channel: /invite and its name."),
            Map.entry("channel_not_found", "The channel does not exist, or it is private and the bot is not a member."),
            Map.entry("is_archived", "The channel is archived."),
            Map.entry(
                    "msg_too_long",
                    "Split the text into several messages, or use a growing message, which does so itself."),
            Map.entry("missing_scope", "Add the scope under \"OAuth & Permissions\" and install the app again."),
            Map.entry("cant_update_message", "Only the bot's own messages can be changed."),
            Map.entry("message_not_found", "The message no longer exists."),
            Map.entry(RATE_LIMITED, "The bot sends more requests than the platform allows: send fewer."));

    private final String code;
    private final boolean outcomeUnknown;
    private final transient Optional<Duration> retryAfter;

    private BotException(
            String code,
            boolean outcomeUnknown,
            Optional<Duration> retryAfter,
            String message,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.outcomeUnknown = outcomeUnknown;
        this.retryAfter = retryAfter;
    }

    /** The bot is not set up correctly, so no request was made. */
    static BotException notSetUp(String message) {
        return new BotException("not_set_up", false, Optional.empty(), message, null);
    }

    /** A response with {@code ok: false}. */
    static BotException refused(String method, boolean changes, SlackApiTextResponse response) {
        String code = Optional.ofNullable(response.getError()).orElse("unknown_error");
        String scopes = response.getNeeded() == null ? "" : " It needs the scope " + response.getNeeded() + ".";
        boolean temporary = isTemporary(code);
        return new BotException(
                code,
                changes && temporary,
                Optional.empty(),
                method + " was refused: " + code + "." + scopes + remedy(code) + outcomeHint(changes && temporary),
                null);
    }

    /** A response with an HTTP status of 400 or more. */
    static BotException status(String method, boolean changes, SlackApiException e) {
        int status = e.getResponse().code();
        if (status == TOO_MANY_REQUESTS) {
            Optional<Duration> wait = Optional.ofNullable(e.getResponse().header("Retry-After"))
                    .filter(seconds -> seconds.matches("\\d{1,6}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            return new BotException(
                    RATE_LIMITED, false, wait, method + " was refused: HTTP 429." + remedy(RATE_LIMITED), null);
        }
        boolean outcomeUnknown = changes && status >= 500;
        return status(method, status, outcomeUnknown);
    }

    /** A response with an HTTP error status. */
    static BotException status(String method, int status, boolean outcomeUnknown) {
        return new BotException(
                "http_" + status,
                outcomeUnknown,
                Optional.empty(),
                method + " failed: HTTP " + status + ". Check proxies and gateways on the way to the API."
                        + outcomeHint(outcomeUnknown),
                null);
    }

    /** No response, or an unreadable one. */
    static BotException unanswered(String method, boolean changes, Exception cause) {
        return new BotException(
                "unanswered",
                changes,
                Optional.empty(),
                method + " got no readable response (" + cause.getClass().getSimpleName()
                        + "). Check the network and the timeouts." + outcomeHint(changes),
                cause);
    }

    private static String remedy(String code) {
        String remedy = REMEDIES.get(code);
        return remedy == null ? "" : " " + remedy;
    }

    private static String outcomeHint(boolean outcomeUnknown) {
        return outcomeUnknown ? " It may still have been carried out: check before you repeat it." : "";
    }

    private static boolean isTemporary(String code) {
        return switch (code) {
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org" -> true;
            default -> false;
        };
    }

    /** The platform's error code, such as {@code not_in_channel}, or {@code http_503}, {@code unanswered}, {@code not_set_up}. */
    public String code() {
        return code;
    }

    /** Whether the request may have been carried out despite the failure. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** How long to wait before trying again, if the response says so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean isRateLimit() {
        return code.equals(RATE_LIMITED);
    }

    /** Whether a retry can help and cannot do something twice. */
    boolean mayBeRepeated() {
        return isRateLimit()
                || (!outcomeUnknown && (isTemporary(code) || code.equals("unanswered") || code.startsWith("http_5")));
    }
}
