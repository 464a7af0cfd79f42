package dev.parlance.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each route that does something for a person checks first: the key, the pace, and the number in {@code To}. */
final class PersonRoute implements WebhookHandler {
    static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    static final Pattern PHONE_OR_WHATSAPP = Pattern.compile("(?:whatsapp:)?" + PHONE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Access access;
    private final Pace pace;
    private final Pattern numbers;
    private final Action action;

    /** What is done for the person, once all is checked. */
    interface Action {
        WebhookResponse handle(WebhookRequest request, String person);
    }

    PersonRoute(Access access, int mostAMinute, Pattern numbers, Action action) {
        this.access = access;
        this.pace = new Pace(mostAMinute, Clock.systemUTC());
        this.numbers = numbers;
        this.action = action;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Optional<String> caller = access.caller(request);
        if (caller.isEmpty()) {
            return refused(401, "This route needs a key.");
        }
        Optional<Duration> wait = pace.take(caller.get());
        if (wait.isPresent()) {
            return refused(429, "Too many at once.")
                    .withHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
        }
        String to = number(request.formParameters().first("To").orElse(""));
        if (!numbers.matcher(to).matches()) {
            return refused(400, "The parameter \"To\" has to be a number such as +15005550006.");
        }
        return action.handle(request, to);
    }

    /** A plus that was sent as it is, as {@code curl -d To=+1…} does, arrives as a blank. */
    private static String number(String to) {
        return (to.matches(" \\d+") ? to.replace(' ', '+') : to).strip();
    }

    static ObjectNode success() {
        return JSON.createObjectNode().put("success", true);
    }

    static WebhookResponse refused(int status, String why) {
        ObjectNode json = JSON.createObjectNode().put("success", false).put("error", why);
        return WebhookResponse.json(json.toString()).withStatus(status);
    }
}
