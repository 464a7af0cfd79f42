package dev.parlance.testkit.world;

import org.jspecify.annotations.Nullable;

/**
 * How the application answered a webhook, or why it did not.
 *
 * @param url the URL that was asked, without a fragment; relative URLs in the answer start from it
 * @param status the HTTP status, 0 if no answer came
 * @param contentType the answer's content type, the empty text if it names none
 * @param failure why no answer came; null if one did
 */
public record Answer(
        String url,
        int status,
        String contentType,
        String body,
        @Nullable String failure) {
    private static final String NO_URL = "url";

    static Answer forNoUrl(String url) {
        return none(url, NO_URL);
    }

    static Answer none(String url, String failure) {
        return new Answer(url, 0, "", "", failure);
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether nobody was asked, because there was no URL to ask. */
    public boolean isForNoUrl() {
        return NO_URL.equals(failure);
    }

    /** What went wrong, in the words of a retry policy; the empty text if nothing did. */
    String fault() {
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
            case NO_URL -> "no URL to ask";
            case "ct" -> "no connection";
            default -> "no answer";
        };
    }
}
