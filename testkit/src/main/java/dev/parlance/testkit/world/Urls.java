package dev.parlance.testkit.world;

import java.net.URI;
import java.util.Locale;

/** URLs as an application writes them, which may be anything. */
public final class Urls {
    private Urls() {}

    /** A URL in a document that came from another one; as it was written, if nothing can be made of it. */
    public static String resolve(String base, String url) {
        try {
            return URI.create(base).resolve(url.strip()).toString();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    static boolean canBeAsked(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getRawAuthority() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
