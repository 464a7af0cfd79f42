package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.prompt.MediaFile;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The media files of all revisions, in the store by their hashes. So respondents hear the files of the revision that they started,
 * and every node serves the files of every other.
 *
 * <p>A file is stored in parts, because stores limit the size of a document. Its first document, which says how many there are,
 * is written last.
 */
record StoredMedia(DocumentStore store) {
    private static final String COLLECTION = "media";
    private static final int PART_BYTES = 192 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file's content with its type. */
    static final class Content {
        private final String type;
        private final byte[] bytes;

        Content(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        String type() {
            return type;
        }

        /** The content itself, not a copy. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** Stores the files that are not stored yet. */
    void store(Collection<MediaFile> files) {
        if (files.isEmpty()) {
            return;
        }
        Map<Key, Document> stored = store.loadAll(
                files.stream().map(file -> key(file.sha256())).distinct().toList());
        for (MediaFile file : files) {
            if (!stored.containsKey(key(file.sha256()))) {
                file.content().ifPresent(content -> store(file, content));
            }
        }
    }

    /** A concurrent save writes the same documents, so a conflict does not matter. */
    private void store(MediaFile file, byte[] content) {
        List<Document> parts = new ArrayList<>();
        for (int start = 0; start < content.length; start += PART_BYTES) {
            byte[] part = Arrays.copyOfRange(content, start, Math.min(content.length, start + PART_BYTES));
            String json = JSON.createObjectNode()
                    .put("base64", Base64.getEncoder().encodeToString(part))
                    .toString();
            parts.add(document(partKey(file.sha256(), parts.size()), json));
        }
        var unused = store.saveAll(parts);
        store.save(document(
                key(file.sha256()),
                JSON.createObjectNode()
                        .put("type", file.type())
                        .put("parts", parts.size())
                        .toString()));
    }

    private static Document document(Key key, String json) {
        return Document.create(key, "", Optional.empty(), json);
    }

    /** The file with this hash. */
    Optional<Content> load(String hash) {
        return store.load(key(hash)).map(document -> {
            JsonNode file = read(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int part = 0; part < file.path("parts").asInt(); part++) {
                String json = read(store.load(partKey(hash, part)).orElseThrow())
                        .path("base64")
                        .asText();
                bytes.writeBytes(Base64.getDecoder().decode(json));
            }
            return new Content(file.path("type").asText(), bytes.toByteArray());
        });
    }

    private static JsonNode read(Document document) {
        try {
            return JSON.readTree(document.json());
        } catch (JsonProcessingException e) {
            throw new SurveyException("A stored media file is damaged: its document is not JSON", e);
        }
    }

    private static Key key(String hash) {
        return new Key(COLLECTION, hash);
    }

    private static Key partKey(String hash, int part) {
        return new Key(COLLECTION, hash + ":" + part);
    }
}
