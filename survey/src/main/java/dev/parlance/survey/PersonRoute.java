package dev.parlance.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The checks that routes about one person share: the caller's key, the rate limit, and the number in {@code To}. */
final class PersonRoute implements WebhookHandler {
    static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    static final Pattern PHONE_OR_WHATSAPP = Pattern.compile("(?:whatsapp:)?" + PHONE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CallerAuth auth;
    private final RateLimit rateLimit;
    private final Pattern numbers;
    private final Action action;

    /** The route's action, called after all checks. */
    interface Action {
        WebhookResponse handle(WebhookRequest request, Address person);
    }

    PersonRoute(CallerAuth auth, int perMinute, Clock clock, Pattern numbers, Action action) {
        this.auth = auth;
        this.rateLimit = new RateLimit(perMinute, clock);
        this.numbers = numbers;
        this.action = action;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Optional<String> caller = auth.caller(request);
        if (caller.isEmpty()) {
            return refused(401, "This route needs a valid key.");
        }
        Optional<Duration> wait = rateLimit.count(caller.get());
        if (wait.isPresent()) {
            return refused(429, "Too many requests.")
                    .withHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
        }
        String to = number(request.formParameters().first("To").orElse(""));
        if (!numbers.matcher(to).matches()) {
            return refused(400, "The parameter \"To\" must be a phone number like +15005550006.");
        }
        return action.handle(request, Address.of(to));
    }

    /** An unescaped plus, as in {@code curl -d To=+1…}, arrives as a blank. */
    private static String number(String to) {
        return (to.matches(" \\d+") ? to.replace(' ', '+') : to).strip();
    }

    static ObjectNode success() {
        return JSON.createObjectNode().put("success", true);
    }

    static WebhookResponse refused(int status, String error) {
        return WebhookResponse.json(refusal(error).toString()).withStatus(status);
    }

    static ObjectNode refusal(String error) {
        return JSON.createObjectNode().put("success", false).put("error", error);
    }
}
