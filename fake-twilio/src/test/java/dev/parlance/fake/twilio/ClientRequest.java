package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a client would send.
 *
 * @param parameters those of the query and of the form
 */
record ClientRequest(String method, URI url, Map<String, String> parameters) {
    Optional<Operation> operation() {
        String host = String.valueOf(url.getHost()).replace(".twilio.com", "");
        return Catalog.find(Route.of(method, host, url.getRawPath()));
    }

    /** The parts of the path, in the order of {@link Route#segments()}. */
    List<String> segments() {
        return Route.of(method, "", url.getRawPath()).segments().stream()
                .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .toList();
    }

    /** The method and the URL, with variables if Twilio's documents have the operation. */
    String name() {
        return operation().map(Operation::toString).orElse(method + " " + url.getHost() + url.getPath());
    }
}
