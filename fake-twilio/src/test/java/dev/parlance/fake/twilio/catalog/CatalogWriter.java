package dev.parlance.fake.twilio.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the catalogue's files from Twilio's OpenAPI documents. Run it by hand for a new version of the documents:
 *
 * <pre>{@code
 * java -cp JACKSON_JARS:fake-twilio/target/test-classes dev.parlance.fake.twilio.catalog.CatalogWriter \
 *     CHECKOUT_OF_TWILIO_OAI "commit d50069b of 2026-04-14" fake-twilio/src/main/resources/dev/parlance/fake/twilio/catalog
 * }</pre>
 */
final class CatalogWriter {
    private static final String INDEX = "documents.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final Path target;
    private final Map<String, String> documents = new TreeMap<>();

    private CatalogWriter(String version, Path target) {
        this.version = version;
        this.target = target;
    }

    public static void main(String[] args) throws IOException {
        CatalogWriter writer = new CatalogWriter(args[1], Path.of(args[2]));
        Files.createDirectories(writer.target);
        try (Stream<Path> files = Files.list(Path.of(args[0], "spec", "json"))) {
            for (Path file : files.sorted().toList()) {
                writer.write(file);
            }
        }
        writer.writeIndex();
    }

    private void write(Path file) throws IOException {
        JsonNode openApi = JSON.readTree(file.toFile());
        String name = file.getFileName().toString().replaceAll("^twilio_|\\.json$", "");
        DocumentWriter document = new DocumentWriter(openApi);
        List<String> lines = name.equals("lookups_v2") ? withNulls(document.lines()) : document.lines();
        Files.write(target.resolve(name + ".txt"), withOrigin(file.getFileName().toString(), lines));
        for (String root : document.roots()) {
            documents.merge(root, name, (one, other) -> one + " " + other);
        }
    }

    /** Lookup answers null for what it doesn't know, although its document does not say so. */
    private static List<String> withNulls(List<String> lines) {
        List<String> all = new ArrayList<>();
        boolean isResponse = false;
        for (String line : lines) {
            if (line.startsWith("schema ")) {
                isResponse = line.matches("schema (Lookup(Batch)?Response|\\w+Info)");
            }
            boolean isField = line.startsWith("  ") && !line.endsWith(" nullable");
            all.add(isResponse && isField ? line + " nullable" : line);
        }
        return all;
    }

    private void writeIndex() throws IOException {
        List<String> lines = new ArrayList<>();
        documents.forEach((root, name) -> lines.add(root + " " + name));
        Files.write(target.resolve(INDEX), withOrigin("documents", lines));
    }

    private List<String> withOrigin(String subject, List<String> lines) {
        List<String> all = new ArrayList<>();
        all.add("# Names, types and limits from Twilio's OpenAPI documents: " + subject);
        all.add("# Origin: github.com/twilio/twilio-oai, " + version
                + ", MIT License, Copyright (C) 2023 Twilio, Inc.");
        all.addAll(lines);
        return all;
    }
}
