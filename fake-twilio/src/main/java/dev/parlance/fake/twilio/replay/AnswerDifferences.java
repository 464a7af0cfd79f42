package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The differences between a recorded answer and another one. */
final class AnswerDifferences {
    /** Fields whose values differ in each run. */
    private static final Set<String> VOLATILE = Set.of("price", "duration", "queue_time", "call_duration");

    private final int exchange;
    private final String request;
    private final List<Difference> found = new ArrayList<>();

    AnswerDifferences(int exchange, String request) {
        this.exchange = exchange;
        this.request = request;
    }

    List<Difference> between(RecordedAnswer recorded, WebhookResponse response, JsonNode body) {
        response("status", String.valueOf(recorded.status()), String.valueOf(response.status()));
        response("Content-Type", recorded.contentType(), ExchangeMask.contentType(response.contentType()));
        boolean isRetryAfter = response.headers().first("Retry-After").isPresent();
        response("Retry-After", presence(!recorded.retryAfter().isEmpty()), presence(isRetryAfter));
        boolean isSameOutcome = (recorded.status() < 400) == (response.status() < 400);
        if (isSameOutcome && !recorded.body().isMissingNode() && !body.isMissingNode()) {
            compare("", "", recorded.body(), body);
        }
        return List.copyOf(found);
    }

    private static String presence(boolean isPresent) {
        return isPresent ? "present" : "absent";
    }

    private void response(String place, String recorded, String fake) {
        if (!recorded.equals(fake)) {
            add(place, Difference.Kind.RESPONSE, recorded, fake);
        }
    }

    private void compare(String place, String field, JsonNode recorded, JsonNode fake) {
        if (recorded.isObject() && fake.isObject()) {
            compareFields(place, recorded, fake);
        } else if (recorded.isArray() && fake.isArray()) {
            compareItems(place, field, recorded, fake);
        } else if (recorded.getNodeType() != fake.getNodeType()) {
            add(place, Difference.Kind.TYPE, shown(recorded), shown(fake));
        } else if (recorded.isTextual()) {
            compareTexts(place, field, recorded.textValue(), fake.textValue());
        } else if (!recorded.equals(fake) && !VOLATILE.contains(field) && !isMaskedNumber(recorded)) {
            add(place, Difference.Kind.VALUE, shown(recorded), shown(fake));
        }
    }

    private static boolean isMaskedNumber(JsonNode recorded) {
        return recorded.isNumber() && recorded.asDouble() == 0;
    }

    private void compareFields(String place, JsonNode recorded, JsonNode fake) {
        String prefix = place.isEmpty() ? "" : place + ".";
        recorded.properties().forEach(field -> {
            String name = field.getKey();
            if (fake.has(name)) {
                compare(prefix + name, name, field.getValue(), fake.get(name));
            } else if (!Kind.isMask(name)) {
                add(prefix + name, Difference.Kind.MISSING, shown(field.getValue()), "");
            }
        });
        fake.properties().forEach(field -> {
            boolean isOfUsers = recorded.properties().stream().anyMatch(it -> Kind.isMask(it.getKey()));
            if (!recorded.has(field.getKey()) && !isOfUsers) {
                add(prefix + field.getKey(), Difference.Kind.ADDITIONAL, "", shown(field.getValue()));
            }
        });
    }

    /** Accounts have more or fewer resources, so only the items that both have are compared. */
    private void compareItems(String place, String field, JsonNode recorded, JsonNode fake) {
        if (recorded.isEmpty() != fake.isEmpty()) {
            add(place, Difference.Kind.VALUE, recorded.size() + " items", fake.size() + " items");
        }
        for (int i = 0; i < Math.min(recorded.size(), fake.size()); i++) {
            compare(place + "[" + i + "]", field, recorded.get(i), fake.get(i));
        }
    }

    private void compareTexts(String place, String field, String recorded, String fake) {
        Kind kind = Kind.of(recorded);
        boolean isLink = recorded.startsWith("/") || kind == Kind.URL;
        if (VOLATILE.contains(field)) {
            return;
        }
        if (isLink) {
            if (!fake.startsWith("/") && Kind.of(fake) != Kind.URL) {
                add(place, Difference.Kind.TYPE, recorded, fake);
            }
        } else if (!Kind.isMask(recorded)) {
            if (!recorded.equals(fake)) {
                add(place, Difference.Kind.VALUE, recorded, fake);
            }
        } else if (kind != Kind.TEXT && !Kind.fits(recorded, fake)) {
            add(place, Difference.Kind.TYPE, recorded, fake);
        }
    }

    private static String shown(JsonNode value) {
        return value.isContainerNode() ? value.getNodeType().name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private void add(String place, Difference.Kind kind, String recorded, String fake) {
        found.add(new Difference(exchange, request, place, kind, recorded, fake));
    }
}
