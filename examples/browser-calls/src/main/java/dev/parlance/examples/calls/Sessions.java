package dev.parlance.examples.calls;

import dev.parlance.security.PageOrigin;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signed-in users, identified by a cookie. A stand-in for the sign-in of your application. */
final class Sessions {
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)session=([0-9a-f]{32})(?:;|$)");
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int MAX_SESSIONS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> passwords;
    private final PageOrigin pages;
    private final String attributes;
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private record Session(String user, Instant ends) {}

    /** @param publicUrl the URL of the page; with https, cookies are secure */
    Sessions(Map<String, String> passwords, URI publicUrl, Clock clock) {
        this.passwords = Map.copyOf(passwords);
        this.pages = PageOrigin.of(publicUrl);
        // Strict, so that no other site can make a browser request a token.
        this.attributes =
                "; Path=/; HttpOnly; SameSite=Strict" + ("https".equals(publicUrl.getScheme()) ? "; Secure" : "");
        this.clock = clock;
    }

    /** Parses {@code ana:secret,luc:secret}. Users without a password are left out and cannot sign in. */
    static Map<String, String> passwords(String setting) {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String pair : setting.split(",", -1)) {
            int colon = pair.indexOf(':');
            if (colon > 0 && colon < pair.length() - 1) {
                passwords.put(pair.substring(0, colon).strip(), pair.substring(colon + 1));
            }
        }
        return passwords;
    }

    boolean isUser(String name) {
        return passwords.containsKey(name);
    }

    /** The user of the cookie. Ignores the cookie in a POST from a page of another origin. */
    Optional<String> userOf(WebhookRequest request) {
        boolean changesNothing = request.method().equals("GET");
        return changesNothing || pages.isOwn(request) ? session(request).map(Session::user) : Optional.empty();
    }

    private synchronized Optional<Session> session(WebhookRequest request) {
        return idIn(request).map(sessions::get).filter(session -> session.ends().isAfter(clock.instant()));
    }

    private static Optional<String> idIn(WebhookRequest request) {
        Matcher cookie = COOKIE.matcher(request.header("Cookie").orElse(""));
        return cookie.find() ? Optional.of(cookie.group(1)) : Optional.empty();
    }

    WebhookResponse signIn(WebhookRequest request) {
        String user = request.formParameters().first("user").orElse("");
        String password = request.formParameters().first("password").orElse("");
        if (!isPasswordOf(user, password)) {
            return WebhookResponse.json("{\"error\":\"name or password\"}").withStatus(401);
        }
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        String session = HexFormat.of().formatHex(id);
        synchronized (this) {
            if (sessions.size() == MAX_SESSIONS) {
                sessions.remove(sessions.keySet().iterator().next());
            }
            sessions.put(session, new Session(user, clock.instant().plus(LIFETIME)));
        }
        return WebhookResponse.json("{\"user\":\"" + user + "\"}")
                .withHeader("Set-Cookie", "session=" + session + attributes);
    }

    private boolean isPasswordOf(String user, String password) {
        byte[] expected = passwords.getOrDefault(user, "").getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, password.getBytes(StandardCharsets.UTF_8));
    }

    WebhookResponse signOut(WebhookRequest request) {
        synchronized (this) {
            idIn(request).ifPresent(sessions::remove);
        }
        return WebhookResponse.noContent().withHeader("Set-Cookie", "session=" + attributes + "; Max-Age=0");
    }

    /** Wraps a handler that requires a signed-in user. */
    WebhookHandler only(WebhookHandler handler) {
        return request -> {
            userOf(request).orElseThrow(() -> new WebhookException(401, "Sign in first."));
            return handler.handle(request);
        };
    }
}
