package dev.parlance.fake.twilio.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All operations in Twilio's OpenAPI documents. Each document is read when it is first needed, and kept.
 *
 * <pre>{@code
 * Optional<Operation> operation = Catalog.find(Route.of("GET", "api", "/2010-04-01/Accounts.json"));
 * }</pre>
 */
public final class Catalog {
    private static final Map<String, List<String>> NAMES = index();
    private static final Map<String, Document> DOCUMENTS = new ConcurrentHashMap<>();

    private Catalog() {}

    /** The operation for a request. */
    public static Optional<Operation> find(Route request) {
        return NAMES.getOrDefault(request.host() + " " + request.segments().get(0), List.of()).stream()
                .flatMap(name -> document(name).find(request).stream())
                .findFirst();
    }

    /** All documents. Reading them takes a moment. */
    public static List<Document> documents() {
        return NAMES.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .map(Catalog::document)
                .toList();
    }

    private static Document document(String name) {
        return DOCUMENTS.computeIfAbsent(name, any -> DocumentReader.read(name, lines(name)));
    }

    /** The documents of each host and first path segment. */
    private static Map<String, List<String>> index() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String line : lines("documents")) {
            String[] words = line.split(" ", 3);
            names.put(words[0] + " " + words[1], List.of(words[2].split(" ", -1)));
        }
        return names;
    }

    private static List<String> lines(String name) {
        String file = name + ".txt";
        try (InputStream in = Catalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing file in the fake: " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
