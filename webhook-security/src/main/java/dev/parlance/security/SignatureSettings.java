package dev.parlance.security;

import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header in which Twilio names the SharedKey that signed a request:
 * {@code X-Twilio-Webhooks-Signature-Settings: key=<name>,algorithm=HMAC_SHA256}.
 */
record SignatureSettings(String key, String algorithm) {
    static final String HEADER = "X-Twilio-Webhooks-Signature-Settings";
    private static final int MAX_LENGTH = 1_024;

    /**
     * Parses the header of a request that has it.
     *
     * @throws WebhookException if the header is malformed
     */
    static SignatureSettings of(WebhookRequest request) {
        List<String> headers = request.headers().all(HEADER);
        if (headers.size() != 1) {
            throw malformed("There is more than one.");
        }
        Map<String, String> fields = fields(headers.get(0));
        return new SignatureSettings(required(fields, "key"), required(fields, "algorithm"));
    }

    private static Map<String, String> fields(String header) {
        if (header.length() > MAX_LENGTH) {
            throw malformed("It is too long.");
        }
        Map<String, String> fields = new TreeMap<>();
        for (String field : header.split("[,;]", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length < 2) {
                throw malformed("A field has no value.");
            }
            if (fields.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip()) != null) {
                throw malformed("A field appears twice.");
            }
        }
        return fields;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw malformed("The field " + name + " is missing.");
        }
        return value;
    }

    private static WebhookException malformed(String why) {
        return new WebhookException(400, HEADER + " is malformed. " + why);
    }

    @Override
    public String toString() {
        return "key=" + key + ",algorithm=" + algorithm;
    }
}
