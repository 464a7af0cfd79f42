package dev.parlance.fake.twilio.world;

import org.jspecify.annotations.Nullable;

/**
 * The application's response to a webhook, or the reason why it is missing.
 *
 * @param url the requested URL without its fragment, the base for relative URLs in the response
 * @param status the HTTP status; 0 without a response
 * @param contentType the content type, or empty
 * @param failure why there is no response; null if there is one
 */
public record Answer(
        String url,
        int status,
        String contentType,
        String body,
        @Nullable String failure) {
    private static final String INVALID_URL = "url";

    static Answer invalidUrl(String url) {
        return none(url, INVALID_URL);
    }

    static Answer none(String url, String failure) {
        return new Answer(url, 0, "", "", failure);
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether no request was sent because the URL is missing or invalid. */
    public boolean hasInvalidUrl() {
        return INVALID_URL.equals(failure);
    }

    /** The failure as a retry policy names it; empty for success. */
    String failureReason() {
        if (failure != null) {
            return failure;
        }
        return status >= 500 ? "5xx" : status >= 400 ? "4xx" : "";
    }

    public String describe() {
        if (failure == null) {
            return "HTTP " + status;
        }
        return switch (failure) {
            case INVALID_URL -> "no valid URL";
            case "ct" -> "no connection";
            default -> "no response";
        };
    }
}
