package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Masks a request's path: keeps only the segments that Twilio's documents name. */
final class PathMask {
    private final Masks masks;

    PathMask(Masks masks) {
        this.masks = masks;
    }

    /**
     * The masked path of a request.
     *
     * @param host the host without {@code .twilio.com}
     * @param path the path without a query
     */
    String of(String method, String host, String path) {
        Route request = Route.of(method, host, path);
        Optional<List<String>> known =
                Catalog.find(request).map(Operation::route).map(Route::segments);
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < request.segments().size(); i++) {
            String segment = request.segments().get(i);
            int at = i;
            boolean literal = known.filter(it -> it.get(at).equals(segment)).isPresent();
            masked.add(literal ? segment : masks.value("", segment));
        }
        return "/" + String.join("/", masked) + request.suffix();
    }
}
