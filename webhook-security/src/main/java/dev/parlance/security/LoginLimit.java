package dev.parlance.security;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits how often a password or a key can be guessed. A 401 or 403 from the handler counts as a wrong guess. After too many
 * in a minute, further requests get a 429 with {@code Retry-After} and don't reach the handler.
 *
 * <pre>{@code
 * LoginLimit limit = LoginLimit.perMinute(10, 60, Clock.systemUTC());
 * router.post("/login", limit.wrap(request -> WebhookResponse.noContent()));
 * }</pre>
 *
 * <p>Counts per machine, and remembers at most as many addresses as guesses are allowed in total. Behind a proxy all requests
 * come from one address and share its limit, so let the proxy limit each client too. Thread-safe.
 */
public final class LoginLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private final int maxPerAddress;
    private final int maxTotal;
    private final Clock clock;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int total;
    private Instant windowEnds = Instant.EPOCH;

    private LoginLimit(int maxPerAddress, int maxTotal, Clock clock) {
        if (maxPerAddress < 1 || maxTotal < maxPerAddress) {
            throw new IllegalArgumentException(
                    "The limit per address must be at least 1, and the total limit at least as high.");
        }
        this.maxPerAddress = maxPerAddress;
        this.maxTotal = maxTotal;
        this.clock = clock;
    }

    /**
     * Allows this many wrong guesses per minute.
     *
     * @param perAddress the limit for one address
     * @param total the limit for all addresses together
     */
    public static LoginLimit perMinute(int perAddress, int total, Clock clock) {
        return new LoginLimit(perAddress, total, clock);
    }

    /** Wraps a login handler in this limit. */
    public WebhookHandler wrap(WebhookHandler login) {
        return request -> {
            String address = request.remoteAddress().orElse("");
            if (!admits(address)) {
                return WebhookResponse.text("Too many tries. Try again in a minute.")
                        .withStatus(TOO_MANY_REQUESTS)
                        .withHeader("Retry-After", Long.toString(secondsToWait()));
            }
            return answer(login, request, address);
        };
    }

    /** A try counts as wrong until it succeeds, so that concurrent tries count too. */
    private WebhookResponse answer(WebhookHandler login, WebhookRequest request, String address) {
        boolean wrong = false;
        try {
            WebhookResponse response = login.respond(request);
            wrong = response.status() == 401 || response.status() == 403;
            return response;
        } finally {
            if (!wrong) {
                release(address);
            }
        }
    }

    private synchronized boolean admits(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(WINDOW);
            byAddress.clear();
            total = 0;
        }
        int tries = byAddress.getOrDefault(address, 0);
        if (tries >= maxPerAddress || total >= maxTotal) {
            return false;
        }
        byAddress.put(address, tries + 1);
        total++;
        return true;
    }

    private synchronized void release(String address) {
        byAddress.computeIfPresent(address, (any, tries) -> tries > 1 ? tries - 1 : null);
        total = Math.max(0, total - 1);
    }

    private synchronized long secondsToWait() {
        return Math.max(1, Duration.between(clock.instant(), windowEnds).toSeconds() + 1);
    }
}
