package dev.parlance.fake.twilio.messaging;

import java.net.URLConnection;
import java.util.Optional;

/** Guesses the media type of a URL from its file name. */
final class ContentTypes {
    private ContentTypes() {}

    static String of(String url) {
        int end = url.indexOf('?');
        String path = end < 0 ? url : url.substring(0, end);
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(path)).orElse("application/octet-stream");
    }
}
