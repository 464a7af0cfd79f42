package dev.parlance.survey.pages;

import dev.parlance.webhook.EventStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an application has chosen for its results page. */
record PageOptions(
        ZoneId zone,
        Optional<ShareLinks> links,
        Optional<EventStream> news,
        List<NamedUrl> starts,
        List<NamedUrl> menu) {
    PageOptions {
        starts = List.copyOf(starts);
        menu = List.copyOf(menu);
    }

    /** The label of a link or a button, and where it goes. */
    record NamedUrl(String label, String url) {}

    PageOptions withZone(ZoneId newZone) {
        return new PageOptions(newZone, links, news, starts, menu);
    }

    PageOptions withLinks(ShareLinks newLinks) {
        return new PageOptions(zone, Optional.of(newLinks), news, starts, menu);
    }

    PageOptions withNews(EventStream stream) {
        return new PageOptions(zone, links, Optional.of(stream), starts, menu);
    }

    PageOptions withStarts(List<NamedUrl> newStarts) {
        return new PageOptions(zone, links, news, newStarts, menu);
    }

    PageOptions withMenu(List<NamedUrl> newMenu) {
        return new PageOptions(zone, links, news, starts, newMenu);
    }
}
