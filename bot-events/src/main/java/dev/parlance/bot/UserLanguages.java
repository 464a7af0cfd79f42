package dev.parlance.bot;

import com.slack.api.model.User;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The languages that people have set, remembered for an hour. */
final class UserLanguages {
    private static final Logger LOG = System.getLogger(UserLanguages.class.getName());
    private static final int MOST = 1_000;
    private static final long KEPT = Duration.ofHours(1).toNanos();

    private final BotClient client;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private boolean mayKnow = true;
    private long deniedAt;

    private record Known(Optional<String> tag, long at) {}

    UserLanguages(BotClient client) {
        this.client = client;
    }

    /** Where it cannot be found out, an answer in the default language is better than none. */
    Optional<String> of(String user) {
        Optional<Known> before = remembered(user);
        if (before.isPresent()) {
            return before.get().tag();
        }
        if (isDenied()) {
            return Optional.empty();
        }
        try {
            Optional<String> tag = asked(user);
            remember(user, tag);
            return tag;
        } catch (BotException e) {
            if (e.code().equals("missing_scope")) {
                deny();
            }
            LOG.log(Level.WARNING, "A person''s language is not known: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> asked(String user) {
        User found = client.read(
                        "users.info",
                        methods -> methods.usersInfo(r -> r.user(user).includeLocale(true)))
                .getUser();
        return Optional.ofNullable(found.getLocale()).filter(tag -> !tag.isBlank());
    }

    private synchronized Optional<Known> remembered(String user) {
        Known before = known.get(user);
        return before == null || System.nanoTime() - before.at() > KEPT ? Optional.empty() : Optional.of(before);
    }

    private synchronized void remember(String user, Optional<String> tag) {
        known.remove(user);
        if (known.size() == MOST) {
            Iterator<String> oldest = known.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        known.put(user, new Known(tag, System.nanoTime()));
    }

    private synchronized void deny() {
        mayKnow = false;
        deniedAt = System.nanoTime();
    }

    private synchronized boolean isDenied() {
        return !mayKnow && System.nanoTime() - deniedAt <= KEPT;
    }
}
