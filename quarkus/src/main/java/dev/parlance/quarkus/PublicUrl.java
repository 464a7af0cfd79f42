package dev.parlance.quarkus;

import java.net.URI;

/**
 * The URL at which Twilio reaches this application. Default: {@code parlance.public-url}; without it, the URL of the running server
 * on this machine, which is enough for the fake. Define a bean of this type if the URL is known only at run time, as that of a
 * tunnel is.
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * PublicUrl publicUrl() {
 *     return () -> URI.create(System.getenv("TUNNEL_URL"));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface PublicUrl {
    /** The URL, without a slash at the end. Called for each request and each call, so it must be fast. */
    URI get();

    /** The URL of a path below it. */
    default URI at(String path) {
        String base = get().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
