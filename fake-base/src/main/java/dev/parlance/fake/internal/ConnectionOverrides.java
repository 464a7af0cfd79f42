package dev.parlance.fake.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connection settings in the fragment of a webhook URL: {@code https://…/sms#rc=2&rp=5xx,ct,rt}.
 *
 * @param url the URL without its fragment, as it is requested and signed
 * @param retries the maximum number of retries
 * @param policy the failures to retry: {@code ct} (no connection), {@code rt} (no response in time), {@code 4xx},
 *     {@code 5xx}, or {@code all}
 */
public record ConnectionOverrides(
        String url, int retries, Set<String> policy, Duration connectTimeout, Duration readTimeout) {
    /** Reads the settings in the fragment of a URL. Without any, the defaults are those of Twilio. */
    public static ConnectionOverrides of(String url) {
        int hash = url.indexOf('#');
        if (hash < 0) {
            return new ConnectionOverrides(url, 1, Set.of("ct"), Duration.ofSeconds(5), Duration.ofSeconds(15));
        }
        Map<String, String> settings = new HashMap<>();
        for (String pair : url.substring(hash + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                settings.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new ConnectionOverrides(
                url.substring(0, hash),
                number(settings.get("rc"), 1, 0, 5),
                Set.copyOf(Arrays.asList(settings.getOrDefault("rp", "ct").split(",", -1))),
                Duration.ofMillis(number(settings.get("ct"), 5_000, 100, 10_000)),
                Duration.ofMillis(number(settings.get("rt"), 15_000, 100, 15_000)));
    }

    /** Whether a request that failed for this reason is sent again. */
    public boolean retriesAfter(String reason) {
        return !reason.isEmpty() && (policy.contains(reason) || policy.contains("all"));
    }

    private static int number(@Nullable String text, int defaultValue, int min, int max) {
        if (text == null || !text.matches("\\d{1,6}")) {
            return defaultValue;
        }
        return Math.max(min, Math.min(max, Integer.parseInt(text)));
    }
}
