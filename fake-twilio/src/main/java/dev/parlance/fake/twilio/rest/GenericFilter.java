package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Filters a list by its query parameters. Each selects items whose field of the same name has this value. {@code StartDate},
 * {@code DateCreated>} and {@code DateCreatedAfter} select dates from a time on, their opposites those before it.
 */
final class GenericFilter {
    private static final Set<String> PAGING = Set.of("PageSize", "Page", "PageToken");
    private static final Pattern FROM = Pattern.compile("(\\w+?)(?:>|After|From)|Start(?:Date|Time)?");
    private static final Pattern TO = Pattern.compile("(\\w+?)(?:<|Before|To)|End(?:Date|Time)?");
    private static final String CREATED = "date_created";

    private final Operation operation;
    private final WebhookRequest request;

    GenericFilter(Operation operation, WebhookRequest request) {
        this.operation = operation;
        this.request = request;
    }

    boolean matches(JsonNode item) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.place().equals("query") && !PAGING.contains(parameter.name()))
                .allMatch(parameter -> matches(item, parameter));
    }

    private boolean matches(JsonNode item, Parameter parameter) {
        List<String> wanted = request.queryParameters().all(parameter.name()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        if (wanted.isEmpty()) {
            return true;
        }
        String field = Fields.snake(parameter.name());
        if (item.has(field)) {
            String value = item.path(field).asText();
            return wanted.stream().anyMatch(one -> one.equalsIgnoreCase(value) || isSameDay(value, one));
        }
        Matcher from = FROM.matcher(parameter.name());
        Matcher to = TO.matcher(parameter.name());
        if (from.matches()) {
            return compare(item, from.group(1), wanted.get(0)) >= 0;
        }
        return !to.matches() || compare(item, to.group(1), wanted.get(0)) <= 0;
    }

    /** Compares a date of the item to a time; 0 if either is unknown. */
    private static int compare(JsonNode item, @Nullable String name, String time) {
        String field = name == null ? CREATED : Fields.snake(name);
        try {
            Instant date =
                    ClientTime.any(item.path(item.has(field) ? field : CREATED).asText("-"));
            return date.compareTo(ClientTime.any(time));
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private static boolean isSameDay(String value, String day) {
        return day.matches("\\d{4}-\\d\\d-\\d\\d") && value.startsWith(day);
    }
}
