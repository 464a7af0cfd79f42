package dev.parlance.serverless;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** An environment of a service, as it was when it was read. It runs one build under its own domain. */
public final class Environment {
    /** The name of the environment whose domain has no suffix. */
    public static final String PRODUCTION = "production";

    private static final Pattern NOT_IN_A_URL =
            Pattern.compile("[^A-Za-z0-9._~/:?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})");

    private final String sid;
    private final String service;
    private final String name;
    private final Optional<String> suffix;
    private final String domain;
    private final Optional<String> build;

    Environment(
            String sid, String service, String name, Optional<String> suffix, String domain, Optional<String> build) {
        this.sid = sid;
        this.service = service;
        this.name = name;
        this.suffix = suffix;
        this.domain = domain;
        this.build = build;
    }

    /** Its SID ({@code ZE…}). */
    public String sid() {
        return sid;
    }

    /** The SID of its service. */
    public String service() {
        return service;
    }

    /** Its unique name. */
    public String name() {
        return name;
    }

    /** Its domain suffix; empty for production. */
    public Optional<String> suffix() {
        return suffix;
    }

    /** Its domain. */
    public String domain() {
        return domain;
    }

    /** The SID of the running build ({@code ZB…}), if any. */
    public Optional<String> build() {
        return build;
    }

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

    /** {@code production (greetings-1000.twil.io)}. */
    @Override
    public String toString() {
        return shortName() + " (" + domain + ")";
    }
}
