package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.world.ApiError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What API keys and OAuth apps can do. */
final class Permissions {
    private static final Set<String> OF_AUTH_TOKENS =
            Set.of("Accounts", "Keys", "SigningKeys", "AuthTokens", "OAuthApps");
    private static final String VERSION_2010 = "2010-04-01";
    /** The products of the resources in the 2010 API that are not part of voice. */
    private static final Map<String, String> PRODUCTS = Map.of(
            "messages", "messaging",
            "media", "messaging",
            "short-codes", "messaging",
            "incoming-phone-numbers", "phone-numbers",
            "available-phone-numbers", "phone-numbers",
            "addresses", "phone-numbers",
            "usage", "usage");

    private Permissions() {}

    /**
     * Checks that a caller can use an operation.
     *
     * @throws ApiError 20003 or 70051 otherwise
     */
    static void check(Caller caller, Operation operation) {
        if (caller.kind() == Caller.Kind.KEY && isForAuthTokens(operation.route())) {
            throw Login.refused("Authenticate");
        }
        if (caller.isRestricted() && !isAllowed(caller.policy(), operation)) {
            throw new ApiError(403, 70051, "The API key lacks the permission " + permission(operation));
        }
    }

    /** Whether an operation manages accounts or credentials, which only an auth token can do. */
    private static boolean isForAuthTokens(Route route) {
        List<String> segments = route.segments();
        return switch (route.host()) {
            case "api" -> segments.size() < 4 || OF_AUTH_TOKENS.contains(segments.get(3));
            case "iam", "accounts" -> segments.stream().anyMatch(OF_AUTH_TOKENS::contains);
            default -> false;
        };
    }

    private static boolean isAllowed(JsonNode policy, Operation operation) {
        String permission = permission(operation);
        String reading = permission.replaceFirst("/list$", "/read");
        boolean allowed = contains(policy.path("allow"), permission) || contains(policy.path("allow"), reading);
        return allowed && !contains(policy.path("deny"), permission);
    }

    private static boolean contains(JsonNode permissions, String wanted) {
        for (JsonNode permission : permissions) {
            if (permission.asText().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The permission for an operation: {@code /twilio/messaging/messages/create}. */
    private static String permission(Operation operation) {
        List<String> segments = operation.route().segments();
        List<String> literals =
                segments.stream().filter(segment -> !Route.isVariable(segment)).toList();
        String resource = kebab(literals.get(literals.size() - 1));
        String product = segments.get(0).equals(VERSION_2010)
                ? PRODUCTS.getOrDefault(resource, "voice")
                : operation.route().host();
        return "/twilio/" + product + "/" + resource + "/" + action(operation);
    }

    private static String action(Operation operation) {
        return switch (operation.method()) {
            case "GET" -> operation.isList() ? "list" : "read";
            case "DELETE" -> "delete";
            default -> operation.route().isItem() ? "update" : "create";
        };
    }

    private static String kebab(String name) {
        return Fields.snake(name).replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
