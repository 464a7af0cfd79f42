package dev.parlance.serverless;

import dev.parlance.account.Hook;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, a messaging service or a TwiML application, and what it shall ask.
 *
 * @param target a phone number, or a SID: {@code PN…}, {@code MG…}, {@code AP…}
 * @param hook whether for texts or for calls
 * @param place the path of something deployed, or a URL of any host
 */
public record Wire(String target, Hook hook, String place) {
    private static final Pattern TEXT =
            Pattern.compile("(\\+\\d{5,15}|(?:PN|MG|AP)[0-9a-fA-F]{32}):(/\\S*|https?://[^\\s/]+\\S*)");

    /**
     * Reads {@code +15005550100:/survey}, or {@code MG…:https://app.example/sms}.
     *
     * @throws DeployException if it is neither
     */
    public static Wire parse(String text, Hook hook) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new DeployException("\"" + text + "\" is no wire: it is a number with its country code, or a SID that"
                    + " begins with PN, MG or AP, then a colon, then a path or a URL, such as +15005550100:/survey");
        }
        return new Wire(matcher.group(1), hook, matcher.group(2));
    }

    /** Whether the place is a path, which needs something deployed. */
    public boolean isPath() {
        return place.startsWith("/");
    }

    URI url(Optional<Environment> deployed) {
        if (!isPath()) {
            return URI.create(place);
        }
        return deployed.orElseThrow(() -> new DeployException("Say of which environment " + place + " is a path"))
                .url(place);
    }

    /** {@code texts of +15005550100 -> /survey}. */
    @Override
    public String toString() {
        return hook + " of " + target + " -> " + place;
    }
}
