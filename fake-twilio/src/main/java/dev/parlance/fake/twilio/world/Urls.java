package dev.parlance.fake.twilio.world;

import java.net.URI;
import java.util.Locale;

/** Handles URLs from an application, which may be invalid. */
public final class Urls {
    private Urls() {}

    /** Resolves a URL against the URL of its document. Returns invalid URLs unchanged. */
    public static String resolve(String base, String url) {
        try {
            return URI.create(base).resolve(url.strip()).toString();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    static boolean isValid(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getRawAuthority() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
