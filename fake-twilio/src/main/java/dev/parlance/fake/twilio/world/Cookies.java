package dev.parlance.fake.twilio.world;

import dev.parlance.webhook.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The application's cookies for one call, or for the texts between one phone and one number. */
public final class Cookies {
    private final CookieManager manager = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    String header(String url) {
        try {
            Map<String, List<String>> headers = manager.get(URI.create(url), Map.of());
            return String.join("; ", headers.getOrDefault("Cookie", List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void store(String url, Headers headers) {
        List<String> cookies = headers.all("Set-Cookie");
        if (cookies.isEmpty()) {
            return;
        }
        try {
            manager.put(URI.create(url), Map.of("Set-Cookie", cookies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
