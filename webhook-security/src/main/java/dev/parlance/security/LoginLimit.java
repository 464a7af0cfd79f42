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
 * Limits how often a password or a key can be guessed. A handler that answers 401 or 403 has seen a wrong guess; after too many
 * within a minute, further ones are answered 429 with {@code Retry-After} and don't reach it.
 *
 * <pre>{@code
 * LoginLimit limit = LoginLimit.perMinute(10, 60, Clock.systemUTC());
 * router.post("/login", limit.around(sessions::signIn));
 * }</pre>
 *
 * <p>It counts on this machine alone, and remembers no more addresses than there may be guesses in all. Behind a proxy all requests come from one address, so everybody
 * shares that limit: there, let the proxy limit each client, too. Thread-safe.
 */
public final class LoginLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private final int mostByAddress;
    private final int mostInAll;
    private final Clock clock;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int inAll;
    private Instant windowEnds = Instant.EPOCH;

    private LoginLimit(int mostByAddress, int mostInAll, Clock clock) {
        if (mostByAddress < 1 || mostInAll < mostByAddress) {
            throw new IllegalArgumentException("A limit allows at least one try by address, and no fewer in all.");
        }
        this.mostByAddress = mostByAddress;
        this.mostInAll = mostInAll;
        this.clock = clock;
    }

    /**
     * Starts counting.
     *
     * @param byAddress how many wrong guesses a minute may come from one address
     * @param inAll how many may come from all addresses together
     */
    public static LoginLimit perMinute(int byAddress, int inAll, Clock clock) {
        return new LoginLimit(byAddress, inAll, clock);
    }

    /** The same login, limited. */
    public WebhookHandler around(WebhookHandler login) {
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

    /** A try counts as a wrong guess until it turns out right, so that many at once are counted, too. */
    private WebhookResponse answer(WebhookHandler login, WebhookRequest request, String address) {
        boolean wrong = false;
        try {
            WebhookResponse response = login.respond(request);
            wrong = response.status() == 401 || response.status() == 403;
            return response;
        } finally {
            if (!wrong) {
                giveBack(address);
            }
        }
    }

    private synchronized boolean admits(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(WINDOW);
            byAddress.clear();
            inAll = 0;
        }
        int tries = byAddress.getOrDefault(address, 0);
        if (tries >= mostByAddress || inAll >= mostInAll) {
            return false;
        }
        byAddress.put(address, tries + 1);
        inAll++;
        return true;
    }

    private synchronized void giveBack(String address) {
        byAddress.computeIfPresent(address, (any, tries) -> tries > 1 ? tries - 1 : null);
        inAll = Math.max(0, inAll - 1);
    }

    private synchronized long secondsToWait() {
        return Math.max(1, Duration.between(clock.instant(), windowEnds).toSeconds() + 1);
    }
}
