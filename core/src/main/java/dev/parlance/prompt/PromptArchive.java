package dev.parlance.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Converts a bundle's files and the reader's settings to JSON and back. */
final class PromptArchive {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PromptArchive() {}

    static String write(PromptsBuilder reader, String defaultTag, List<PromptFile> files) {
        ObjectNode archive = JSON.createObjectNode()
                .put("default", defaultTag)
                .put("prefix", reader.prefix())
                .put("literalEnv", reader.isLiteralEnv())
                .put("lenient", reader.isLenient());
        reader.allowedVoices().stream().sorted().forEach(archive.putArray("voices")::add);
        ObjectNode texts = archive.putObject("files");
        files.forEach(file -> texts.put(file.name(), new String(file.bytes(), StandardCharsets.UTF_8)));
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
        if (archive.path("lenient").asBoolean()) {
            reader = reader.lenient();
        }
        return (archive.path("literalEnv").asBoolean() ? reader.literalEnv() : reader).build();
    }

    private record Archived(List<PromptFile> files) implements PromptSource {
        @Override
        public String description() {
            return "archived prompts";
        }
    }
}
