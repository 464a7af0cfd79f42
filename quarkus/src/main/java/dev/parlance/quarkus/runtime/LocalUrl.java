package dev.parlance.quarkus.runtime;

import dev.parlance.quarkus.PublicUrl;
import java.net.URI;
import org.eclipse.microprofile.config.Config;

/** The URL of the running server on this machine. */
record LocalUrl(Config config) implements PublicUrl {
    @Override
    public URI get() {
        // Read each time: the port is known once the server runs.
        return config.getValue("quarkus.http.local-base-uri", URI.class);
    }
}
