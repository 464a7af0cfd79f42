package dev.parlance.testkit.messaging;

import java.net.URLConnection;
import java.util.Optional;

/** What kind of file stands behind a URL, as far as its name tells. */
final class ContentTypes {
    private ContentTypes() {}

    static String of(String url) {
        int end = url.indexOf('?');
        String path = end < 0 ? url : url.substring(0, end);
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(path)).orElse("application/octet-stream");
    }
}
