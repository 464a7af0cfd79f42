package dev.parlance.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Converts a bundle's files and the reader's settings to JSON and back. */
final class PromptArchive {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PromptArchive() {}

    static String write(
            PromptsBuilder reader, String defaultTag, List<PromptFile> files, Map<String, MediaFile> media) {
        ObjectNode archive = JSON.createObjectNode()
                .put("default", defaultTag)
                .put("prefix", reader.prefix())
                .put("literalEnv", reader.isLiteralEnv())
                .put("lenient", reader.isLenient());
        reader.allowedVoices().stream().sorted().forEach(archive.putArray("voices")::add);
        ObjectNode texts = archive.putObject("files");
        files.forEach(file -> texts.put(file.name(), new String(file.bytes(), StandardCharsets.UTF_8)));
        if (!media.isEmpty()) {
            ObjectNode hashes = archive.putObject("media");
            media.forEach((name, file) -> hashes.put(name, file.sha256()));
        }
        try {
            return JSON.writeValueAsString(archive);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing JSON to a string failed", e);
        }
    }

    static Prompts read(String json) {
        JsonNode archive;
        try {
            archive = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new PromptException("The JSON was not written by toJson()", e);
        }
        List<PromptFile> files = new ArrayList<>();
        archive.path("files")
                .properties()
                .forEach(file -> files.add(
                        new PromptFile(file.getKey(), file.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        PromptsBuilder reader = Prompts.builder(new Archived(files))
                .prefix(archive.path("prefix").asText())
                .defaultLanguage(archive.path("default").asText());
        for (JsonNode voice : archive.path("voices")) {
            reader = reader.allowVoice(voice.asText());
        }
        if (archive.has("media")) {
            reader = reader.media(new MediaLookup.Archived(hashes(archive.path("media"))));
        }
        if (archive.path("lenient").asBoolean()) {
            reader = reader.lenient();
        }
        return (archive.path("literalEnv").asBoolean() ? reader.literalEnv() : reader).build();
    }

    private static Map<String, String> hashes(JsonNode media) {
        Map<String, String> hashes = new TreeMap<>();
        media.properties()
                .forEach(file -> hashes.put(file.getKey(), file.getValue().asText()));
        return hashes;
    }

    private record Archived(List<PromptFile> files) implements PromptSource {
        @Override
        public String description() {
            return "archived prompts";
        }
    }
}
