package dev.parlance.aws.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the names and strings of a JSON object. */
final class SecretJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SecretJson() {}

    /** Returns empty if the text is not such an object. There is no reason given, because it would quote the secret. */
    static Optional<Map<String, String>> parse(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            Map<String, String> texts = new HashMap<>();
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                isObject = parser.nextToken().isScalarValue();
                texts.put(name, parser.getText().strip());
            }
            return isObject ? Optional.of(texts) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
