package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.messaging.Approvals;
import dev.parlance.fake.twilio.world.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The filters of the second version of the Content API. */
final class ContentFilter {
    private final Exchange exchange;
    private final Approvals approvals;

    ContentFilter(Exchange exchange, Approvals approvals) {
        this.exchange = exchange;
        this.approvals = approvals;
    }

    boolean matches(Resource content) {
        return contains(content.text("friendly_name"), exchange.query("ContentName"))
                && contains(content.get("types").toString(), exchange.query("Content"))
                && isOneOf("Language", List.of(content.text("language")))
                && isOneOf("ContentType", types(content))
                && isOneOf("ChannelEligibility", List.of("whatsapp:" + approvals.status(content)))
                && isCreatedInTime(content);
    }

    /** The requested order: by date or name. Default: newest first. */
    Comparator<Resource> order() {
        String byDate = exchange.query("SortByDate");
        String byName = exchange.query("SortByContentName");
        if (!byName.isEmpty()) {
            return directed(Comparator.comparing(content -> content.text("friendly_name")), byName);
        }
        Comparator<Resource> byCreation = Comparator.comparing(Resource::created);
        return directed(byCreation, byDate.isEmpty() ? "desc" : byDate);
    }

    private static Comparator<Resource> directed(Comparator<Resource> ascending, String direction) {
        return direction.toLowerCase(Locale.ROOT).startsWith("desc") ? ascending.reversed() : ascending;
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private boolean isOneOf(String parameter, List<String> values) {
        List<String> wanted = exchange.request().queryParameters().all(parameter).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        return wanted.isEmpty() || wanted.stream().anyMatch(values::contains);
    }

    private static List<String> types(Resource content) {
        return content.get("types").properties().stream()
                .map(type -> type.getKey())
                .toList();
    }

    private boolean isCreatedInTime(Resource content) {
        String after = exchange.query("DateCreatedAfter");
        String before = exchange.query("DateCreatedBefore");
        Instant created = content.created();
        return (after.isEmpty() || !created.isBefore(ClientTime.any(after)))
                && (before.isEmpty() || !created.isAfter(ClientTime.any(before)));
    }
}
