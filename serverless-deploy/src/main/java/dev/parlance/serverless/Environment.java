package dev.parlance.serverless;

import java.net.URI;
import java.util.Optional;

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

    /** The URL of a path there. */
    public URI url(String path) {
        return URI.create("https://" + domain + path);
    }
}
