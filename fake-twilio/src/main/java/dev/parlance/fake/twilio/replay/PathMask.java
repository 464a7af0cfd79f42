package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Masks paths: keeps only the segments that Twilio's documents name. */
final class PathMask {
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PUT", "PATCH");
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
        Optional<Operation> operation = Catalog.find(request);
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < request.segments().size(); i++) {
            masked.add(segment(operation, i, request.segments().get(i)));
        }
        return "/" + String.join("/", masked) + request.suffix();
    }

    private String segment(Optional<Operation> operation, int index, String segment) {
        boolean isKept = operation.filter(it -> keeps(it, index, segment)).isPresent();
        return isKept || segment.isEmpty() ? segment : encoded(masks.of(decoded(segment)));
    }

    private static boolean keeps(Operation operation, int index, String segment) {
        String known = operation.route().segments().get(index);
        if (!Route.isVariable(known)) {
            return known.equals(segment);
        }
        String name = Route.nameOf(known);
        return operation.parameters().stream()
                .filter(it -> it.place().equals("path") && it.name().equals(name))
                .anyMatch(it -> FieldRules.keeps(name, it.type(), segment));
    }

    /** The masked path and query of a link, whatever method it is for. */
    String link(String host, String path, @Nullable String query) {
        Optional<Operation> operation = METHODS.stream()
                .flatMap(method -> Catalog.find(Route.of(method, host, path)).stream())
                .findFirst();
        String masked = of(operation.map(Operation::method).orElse("GET"), host, path);
        return query == null ? masked : masked + query(operation, host, query);
    }

    private String query(Optional<Operation> operation, String host, String query) {
        List<String> masked = new ArrayList<>();
        for (String pair : query.substring(1).split("&", -1)) {
            String name = decoded(pair.replaceFirst("=.*", ""));
            String value = decoded(pair.substring(Math.min(pair.length(), pair.indexOf('=') + 1)));
            ParameterMask mask = new ParameterMask(operation, new ValueMask(masks, host, false));
            masked.add(encoded(mask.name(name)) + "=" + encoded(mask.value(name, value)));
        }
        return "?" + String.join("&", masked);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that encodes nothing is a character like others
        }
    }

    /** Percent-encodes all but what is common in paths. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2B", "+")
                .replace("%40", "@");
    }
}
