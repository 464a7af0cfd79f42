package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.PublicUrl;
import java.net.URI;
import org.springframework.core.env.Environment;

/** The URL of the running server on this machine. */
record LocalUrl(Environment environment) implements PublicUrl {
    @Override
    public URI get() {
        // Read each time: the port is known once the server runs.
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String context = environment.getProperty(
                "server.servlet.context-path", environment.getProperty("spring.webflux.base-path", ""));
        return URI.create("http://localhost:" + port + context);
    }
}
