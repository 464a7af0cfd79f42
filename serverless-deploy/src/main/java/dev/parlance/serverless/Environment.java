package dev.parlance.serverless;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An environment of a service: one build of it runs there, at a domain of its own.
 *
 * @param sid Twilio's name for it ({@code ZE…})
 * @param service the SID of its service
 * @param name its unique name
 * @param suffix what its domain has after that of the service; production has none
 * @param domain its domain
 * @param build the build that runs there ({@code ZB…}), if any does
 */
public record Environment(
        String sid, String service, String name, Optional<String> suffix, String domain, Optional<String> build) {
    private static final Pattern NOT_IN_A_URL =
            Pattern.compile("[^A-Za-z0-9._~/:?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})");

    /** The environment whose domain has no suffix. */
    public static final String PRODUCTION = "production";

    /** Whether this is what a person calls it: its suffix, or its whole name. */
    boolean isCalled(String called) {
        return name.equals(called) || suffix.map(called::equals).orElseGet(() -> called.equals(PRODUCTION));
    }

    /** The name that a person calls it by. */
    public String called() {
        return suffix.orElse(name);
    }

    Environment running(String otherBuild) {
        return new Environment(sid, service, name, suffix, domain, Optional.of(otherBuild));
    }

    /** The URL of a path there, with characters encoded that a URL cannot have. */
    public URI url(String path) {
        String legal = NOT_IN_A_URL
                .matcher(path)
                .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
        return URI.create("https://" + domain + legal);
    }
}
