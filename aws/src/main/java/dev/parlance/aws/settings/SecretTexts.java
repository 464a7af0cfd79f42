package dev.parlance.aws.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names and texts of a JSON object. */
final class SecretTexts {
    private static final JsonFactory JSON = new JsonFactory();

    private SecretTexts() {}

    /** Empty if it is none, without a word of why: that would quote it. */
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
