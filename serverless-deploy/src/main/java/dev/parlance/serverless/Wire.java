package dev.parlance.serverless;

import dev.parlance.account.Hook;
import java.net.URI;
import java.util.Optional;

/**
 * A number, a messaging service or a TwiML application, and the URL that it shall ask.
 *
 * @param target a phone number, or a SID: {@code PN…}, {@code MG…}, {@code AP…}
 * @param hook whether for texts or for calls
 * @param url what is asked
 */
public record Wire(String target, Hook hook, URI url) {
    /**
     * Reads {@code +15005550100:/survey}, a path of what was deployed, or {@code MG…:https://app.example/sms}, a URL of
     * any host.
     *
     * @param deployed where a path is; empty if nothing was deployed, so that there has to be a URL
     * @throws DeployException if it is neither
     */
    public static Wire parse(String text, Hook hook, Optional<Environment> deployed) {
        int colon = text.indexOf(':');
        String target = colon < 0 ? "" : text.substring(0, colon);
        String place = text.substring(colon + 1);
        if (!target.matches("\\+\\d{5,15}|(PN|MG|AP)[0-9a-fA-F]{32}")) {
            throw new DeployException("\"" + text + "\" is no wire: it is a number with its country code, or a SID that"
                    + " begins with PN, MG or AP, then a colon, then a path or a URL, such as +15005550100:/survey");
        }
        if (place.startsWith("/") && deployed.isPresent()) {
            return new Wire(target, hook, deployed.get().url(place));
        }
        if (place.matches("https?://[^\\s/]+\\S*")) {
            return new Wire(target, hook, URI.create(place));
        }
        throw new DeployException("\"" + place + "\" is no "
                + (deployed.isPresent() ? "path and no URL" : "URL: a path is enough only for what is deployed"));
    }
}
