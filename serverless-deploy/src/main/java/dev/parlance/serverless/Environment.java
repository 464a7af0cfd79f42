package dev.parlance.serverless;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An environment of a service. It runs one build under its own domain.
 *
 * @param sid its SID ({@code ZE…})
 * @param service the SID of its service
 * @param name its unique name
 * @param suffix its domain suffix; empty for production
 * @param domain its domain
 * @param build the SID of the running build ({@code ZB…}), if any
 */
public record Environment(
        String sid, String service, String name, Optional<String> suffix, String domain, Optional<String> build) {
    private static final Pattern NOT_IN_A_URL =
            Pattern.compile("[^A-Za-z0-9._~/:?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})");

    /** The name of the environment whose domain has no suffix. */
    public static final String PRODUCTION = "production";

    /** Whether this is the environment's short name or its full unique name. */
    boolean isCalled(String called) {
        return name.equals(called) || suffix.map(called::equals).orElseGet(() -> called.equals(PRODUCTION));
    }

    /** The short name: the domain suffix, or else the unique name. */
    public String shortName() {
        return suffix.orElse(name);
    }

    Environment running(String otherBuild) {
        return new Environment(sid, service, name, suffix, domain, Optional.of(otherBuild));
    }

    /** The URL of a path in this environment. Percent-encodes characters that a URL can't contain. */
    public URI url(String path) {
        String legal = NOT_IN_A_URL
                .matcher(path)
                .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
        return URI.create("https://" + domain + legal);
    }
}
