package dev.parlance.serverless;

import dev.parlance.account.WebhookTarget;
import dev.parlance.account.WebhookType;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A webhook to set: what a number, messaging service or TwiML application calls.
 *
 * <pre>{@code
 * WebhookRoute route = WebhookRoute.parse("+15005550100:/survey", WebhookType.TEXTS);
 * }</pre>
 *
 * @param target the number, service or application
 * @param type the type of events
 * @param destination a path in the deployed environment, or a URL of any host
 */
public record WebhookRoute(WebhookTarget target, WebhookType type, String destination) {
    private static final Pattern TEXT =
            Pattern.compile("(\\+\\d{5,15}|(?:PN|MG|AP)[0-9a-fA-F]{32}):(/\\S*|https?://[^\\s/]+\\S*)");

    /**
     * Parses {@code +15005550100:/survey} or {@code MG…:https://app.example/sms}.
     *
     * @throws DeployException if the text has another format
     */
    public static WebhookRoute parse(String text, WebhookType type) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new DeployException(
                    "\"" + text + "\" is not a valid TARGET:PLACE. TARGET is a number with its country"
                            + " code or a PN, MG or AP SID, PLACE is a path or a URL. Example: +15005550100:/survey");
        }
        return new WebhookRoute(WebhookTarget.of(matcher.group(1)), type, matcher.group(2));
    }

    /** Whether the destination is a path, which needs a deployed environment. */
    public boolean isPath() {
        return destination.startsWith("/");
    }

    URI url(Environment deployed) {
        return isPath() ? deployed.url(destination) : url();
    }

    URI url() {
        if (isPath()) {
            throw new DeployException(destination + " is a path. Name the environment it belongs to");
        }
        return URI.create(destination);
    }

    /** {@code texts of +15005550100 -> /survey}. */
    @Override
    public String toString() {
        return type + " of " + target + " -> " + destination;
    }
}
