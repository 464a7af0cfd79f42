package dev.parlance.fake.twilio.world;

import java.util.Optional;

/**
 * A webhook URL and its fallback.
 *
 * @param fallbackUrl the fallback URL, or empty
 */
public record Hook(String url, String method, String fallbackUrl, String fallbackMethod) {
    public static Hook of(String url, String method) {
        return new Hook(url, method, "", "POST");
    }

    /** Reads a webhook from a resource's fields, for example {@code voice_url} and {@code voice_method}. */
    public static Optional<Hook> in(Resource resource, String kind) {
        return resource.filled(kind + "_url")
                .map(url -> new Hook(
                        url,
                        resource.filled(kind + "_method").orElse("POST"),
                        resource.text(kind + "_fallback_url"),
                        resource.filled(kind + "_fallback_method").orElse("POST")));
    }
}
