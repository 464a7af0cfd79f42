package dev.parlance.editor;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that are open on a survey, each with its own draft. Thread-safe. */
final class OpenPages {
    /** Browsers let a page in the background ask only once a minute. */
    private static final Duration SILENCE = Duration.ofSeconds(75);

    private final SurveyFiles files;
    private final Clock clock;
    private final Map<String, EditedPage> pages = new ConcurrentHashMap<>();

    OpenPages(SurveyFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    String open() {
        String id = UUID.randomUUID().toString();
        pages.put(id, new EditedPage(files, clock.instant()));
        return id;
    }

    EditedPage find(String id) {
        EditedPage page = pages.get(id);
        if (page == null) {
            throw new EditException("The editor does not know this page any more. Reload it.");
        }
        page.seenAt(clock.instant());
        return page;
    }

    void close(String id) {
        pages.remove(id);
    }

    /** How many other pages are open. */
    long others(String id) {
        return pages.entrySet().stream()
                .filter(page -> !page.getKey().equals(id))
                .filter(page -> page.getValue().wasSeenSince(clock.instant().minus(SILENCE)))
                .count();
    }
}
