package dev.parlance.bot;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to the workspace's API that was refused or not answered, or something that is not set up. The message says
 * which request, why, and what to do; it holds no token and no words.
 *
 * <pre>{@code
 * try {
 *     client.post(channel, "Good morning");
 * } catch (BotException e) {
 *     if (e.code().equals("not_in_channel")) …
 * }
 * }</pre>
 */
public final class BotException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final String RATE_LIMITED = "ratelimited";

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("invalid_auth", "Copy the Bot User OAuth Token (xoxb-…) from \"OAuth & Permissions\" anew."),
            Map.entry("not_authed", "No token came along: set SLACK_BOT_TOKEN."),
            Map.entry("account_inactive", "The app was removed from the workspace: install it again."),
            Map.entry("token_revoked", "The app was removed from the workspace: install it again."),
            Map.entry("token_expired", "Refresh the token, or turn token rotation off."),
            Map.entry("not_in_channel", "Invite the bot into the channel: /invite and its name."),
            Map.entry("channel_not_found", "The channel is not there, or it is private and the bot not in it."),
            Map.entry("is_archived", "The channel is archived."),
            Map.entry(
                    "msg_too_long",
                    "Say it in several messages, or by a growing one, which goes on in a further message."),
            Map.entry("missing_scope", "Add the scope under \"OAuth & Permissions\" and install the app again."),
            Map.entry("cant_update_message", "Only the bot's own messages can be changed."),
            Map.entry("message_not_found", "The message is not there any more."),
            Map.entry(RATE_LIMITED, "It asks more than the platform allows: ask less often."));

    private final String code;
    private final boolean doubtful;
    private final transient Optional<Duration> retryAfter;

    private BotException(
            String code, boolean doubtful, Optional<Duration> retryAfter, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.doubtful = doubtful;
        this.retryAfter = retryAfter;
    }

    /** Something is missing or wrong on this side, so that no request was made. */
    static BotException notSetUp(String message) {
        return new BotException("not_set_up", false, Optional.empty(), message, null);
    }

    /** An answer that says {@code ok: false}. */
    static BotException refused(String method, boolean changes, SlackApiTextResponse answer) {
        String code = Optional.ofNullable(answer.getError()).orElse("unknown_error");
        String scopes = answer.getNeeded() == null ? "" : " It needs the scope " + answer.getNeeded() + ".";
        boolean passing = isPassing(code);
        return new BotException(
                code,
                changes && passing,
                Optional.empty(),
                method + " was refused: " + code + "." + scopes + remedy(code) + doubt(changes && passing),
                null);
    }

    /** An answer with an HTTP status of 400 and more. */
    static BotException status(String method, boolean changes, SlackApiException answer) {
        int status = answer.getResponse().code();
        if (status == TOO_MANY) {
            Optional<Duration> wait = Optional.ofNullable(answer.getResponse().header("Retry-After"))
                    .filter(seconds -> seconds.matches("\\d{1,6}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            return new BotException(
                    RATE_LIMITED, false, wait, method + " was refused: HTTP 429." + remedy(RATE_LIMITED), null);
        }
        boolean doubtful = changes && status >= 500;
        return status(method, status, doubtful);
    }

    /** An answer with an HTTP status that is not fine. */
    static BotException status(String method, int status, boolean doubtful) {
        return new BotException(
                "http_" + status,
                doubtful,
                Optional.empty(),
                method + " failed: HTTP " + status + ". Look at what stands between this machine and the API."
                        + doubt(doubtful),
                null);
    }

    /** No answer, or one that cannot be read. */
    static BotException unanswered(String method, boolean changes, Exception cause) {
        return new BotException(
                "unanswered",
                changes,
                Optional.empty(),
                method + " got no answer that can be read (" + cause.getClass().getSimpleName()
                        + "). Check the network and the time-outs." + doubt(changes),
                cause);
    }

    private static String remedy(String code) {
        String remedy = REMEDIES.get(code);
        return remedy == null ? "" : " " + remedy;
    }

    private static String doubt(boolean doubtful) {
        return doubtful ? " It may have been done all the same: look before repeating it." : "";
    }

    private static boolean isPassing(String code) {
        return switch (code) {
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org" -> true;
            default -> false;
        };
    }

    /** The platform's word for it, such as {@code not_in_channel}; {@code http_503}, {@code unanswered}, {@code not_set_up}. */
    public String code() {
        return code;
    }

    /** Whether it may have been done all the same. */
    public boolean mayHaveBeenDone() {
        return doubtful;
    }

    /** How long to wait before trying again, where the answer said so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean isRateLimit() {
        return code.equals(RATE_LIMITED);
    }

    /** Whether trying again can help and cannot do a thing twice. */
    boolean mayBeRepeated() {
        return isRateLimit()
                || (!doubtful && (isPassing(code) || code.equals("unanswered") || code.startsWith("http_5")));
    }
}
