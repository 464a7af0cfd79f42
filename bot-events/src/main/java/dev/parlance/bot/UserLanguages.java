package dev.parlance.bot;

import com.slack.api.model.User;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The languages that users have set, cached for an hour. */
final class UserLanguages {
    private static final Logger LOG = System.getLogger(UserLanguages.class.getName());
    private static final int MAX_ENTRIES = 1_000;
    private static final long MAX_AGE = Duration.ofHours(1).toNanos();

    private final BotClient client;
    private final Map<String, CachedLanguage> cache = new LinkedHashMap<>();
    private boolean denied;
    private long deniedAt;

    private record CachedLanguage(Optional<String> tag, long at) {}

    UserLanguages(BotClient client) {
        this.client = client;
    }

    /** Returns empty if the language cannot be fetched, because an answer in the default language is better than none. */
    Optional<String> of(String user) {
        Optional<CachedLanguage> before = cached(user);
        if (before.isPresent()) {
            return before.get().tag();
        }
        if (isDenied()) {
            return Optional.empty();
        }
        try {
            Optional<String> tag = fetch(user);
            store(user, tag);
            return tag;
        } catch (BotException e) {
            if (e.code().equals("missing_scope")) {
                deny();
            }
            LOG.log(Level.WARNING, "Cannot fetch a user''s language: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> fetch(String user) {
        User found = client.read(
                        "users.info",
                        methods -> methods.usersInfo(r -> r.user(user).includeLocale(true)))
                .getUser();
        return Optional.ofNullable(found.getLocale()).filter(tag -> !tag.isBlank());
    }

    private synchronized Optional<CachedLanguage> cached(String user) {
        CachedLanguage before = cache.get(user);
        return before == null || System.nanoTime() - before.at() > MAX_AGE ? Optional.empty() : Optional.of(before);
    }

    private synchronized void store(String user, Optional<String> tag) {
        cache.remove(user);
        if (cache.size() == MAX_ENTRIES) {
            Iterator<String> oldest = cache.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        cache.put(user, new CachedLanguage(tag, System.nanoTime()));
    }

    private synchronized void deny() {
        denied = true;
        deniedAt = System.nanoTime();
    }

    private synchronized boolean isDenied() {
        return denied && System.nanoTime() - deniedAt <= MAX_AGE;
    }
}
