package dev.parlance.security;

import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header by which Twilio says that a SharedKey signed a request, and which one:
 * {@code X-Twilio-Webhooks-Signature-Settings: key=<name>,algorithm=HMAC_SHA256}.
 */
record SignatureSettings(String key, String algorithm) {
    static final String HEADER = "X-Twilio-Webhooks-Signature-Settings";
    private static final int LONGEST = 1_024;

    /**
     * The settings of a request that has the header.
     *
     * @throws WebhookException if they are malformed
     */
    static SignatureSettings of(WebhookRequest request) {
        List<String> headers = request.headers().all(HEADER);
        if (headers.size() != 1) {
            throw malformed("There are several headers.");
        }
        Map<String, String> fields = fields(headers.get(0));
        return new SignatureSettings(named(fields, "key"), named(fields, "algorithm"));
    }

    private static Map<String, String> fields(String header) {
        if (header.length() > LONGEST) {
            throw malformed("It is too long.");
        }
        Map<String, String> fields = new TreeMap<>();
        for (String field : header.split("[,;]", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length < 2) {
                throw malformed("It cannot be read.");
            }
            if (fields.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip()) != null) {
                throw malformed("It says the same thing twice.");
            }
        }
        return fields;
    }

    private static String named(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw malformed("It names no " + name + ".");
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
