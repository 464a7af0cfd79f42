package dev.parlance.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a JSON object of strings, flat or nested. Keys of nested objects are joined with dots. */
public final class JsonFile {
    private static final int MAX_DEPTH = 16;

    private final ParsedFile.Builder result = new ParsedFile.Builder();

    private JsonFile() {}

    /** Reads a file. */
    public static ParsedFile parse(byte[] bytes) {
        return Utf8Text.parse(bytes, text -> new JsonFile().parse(text));
    }

    private ParsedFile parse(String text) {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                result.problem(1, "expected a JSON object of strings");
                return result.build();
            }
            parseObject(json, "", 1);
            if (json.nextToken() != null) {
                result.problem(line(json), "unexpected text after the end of the object");
            }
        } catch (JsonProcessingException e) {
            result.problem(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "this is not valid JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string failed", e);
        }
        return result.build();
    }

    private void parseObject(JsonParser json, String prefix, int depth) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = prefix + json.currentName();
            int line = line(json);
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                result.entry(key, json.getText(), line);
            } else if (value == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
                parseObject(json, key + ".", depth + 1);
            } else {
                String reason =
                        value == JsonToken.START_OBJECT ? "is nested too deeply" : "is not a string; put it in quotes";
                result.problem(line, "\"" + key + "\" " + reason);
                json.skipChildren();
            }
        }
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
