package dev.parlance.serverless;

import dev.parlance.account.WebhookType;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A webhook to set: which number, messaging service or TwiML application calls which URL.
 *
 * @param target a phone number, or a SID: {@code PN…}, {@code MG…}, {@code AP…}
 * @param type texts or calls
 * @param place a path in the deployed environment, or a URL of any host
 */
public record WebhookRoute(String target, WebhookType type, String place) {
    private static final Pattern TEXT =
            Pattern.compile("(\\+\\d{5,15}|(?:PN|MG|AP)[0-9a-fA-F]{32}):(/\\S*|https?://[^\\s/]+\\S*)");

    /**
     * Parses {@code +15005550100:/survey} or {@code MG…:https://app.example/sms}.
     *
     * @throws DeployException if the text has another format
     */
    public static WebhookRoute parse(String text, WebhookType hook) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new DeployException(
                    "\"" + text + "\" is not a valid TARGET:PLACE. TARGET is a number with its country"
                            + " code or a PN, MG or AP SID, PLACE is a path or a URL. Example: +15005550100:/survey");
        }
        return new WebhookRoute(matcher.group(1), hook, matcher.group(2));
    }

    /** Whether the place is a path, which needs a deployed environment. */
    public boolean isPath() {
        return place.startsWith("/");
    }

    URI url(Optional<Environment> deployed) {
        if (!isPath()) {
            return URI.create(place);
        }
        return deployed.orElseThrow(() -> new DeployException(place + " is a path. Name the environment it belongs to"))
                .url(place);
    }

    /** {@code texts of +15005550100 -> /survey}. */
    @Override
    public String toString() {
        return type + " of " + target + " -> " + place;
    }
}
