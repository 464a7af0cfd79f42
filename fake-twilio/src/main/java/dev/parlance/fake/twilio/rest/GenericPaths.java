package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the place of a request, and checks that the resources above it exist. */
final class GenericPaths {
    private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");
    /** Names of variables that are also fields of the resources below. */
    private static final Set<String> OWN_KEYS = Set.of("sid", "id");

    private static final String VERSION_2010 = "2010-04-01";

    private final World world;
    private final Behaviours behaviours;

    GenericPaths(World world, Behaviours behaviours) {
        this.world = world;
        this.behaviours = behaviours;
    }

    /**
     * The place of a request.
     *
     * @throws ApiError 20404 if a resource above it does not exist
     */
    GenericPlace of(Operation operation, WebhookRequest request, String account) {
        Route route = operation.route();
        List<String> segments = route.segments();
        List<String> given =
                Route.of(request.method(), route.host(), request.path()).segments();
        boolean endsWithKey = route.isItem() && !operation.isList();
        StringBuilder path = new StringBuilder();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = decoded(given.get(i));
            boolean isKey = endsWithKey && i == segments.size() - 1;
            if (Route.isVariable(segments.get(i))) {
                String resolved = isKey || isAccount(segments, i)
                        ? segment
                        : parent(
                                operation,
                                request,
                                i,
                                new GenericPlace(account, route.host(), path.toString(), segment, Map.of()));
                String field = Fields.snake(Route.nameOf(segments.get(i)));
                if (isKey || !OWN_KEYS.contains(field)) {
                    values.put(field, resolved);
                }
                segment = resolved;
            }
            if (!isKey) {
                path.append('/').append(segment);
            }
        }
        String key = endsWithKey ? decoded(given.get(given.size() - 1)) : "";
        return new GenericPlace(account, route.host(), path.toString(), key, values);
    }

    private static boolean isAccount(List<String> segments, int index) {
        return segments.get(0).equals(VERSION_2010) && index == 2;
    }

    /** The SID of a resource above the requested one. */
    private String parent(Operation operation, WebhookRequest request, int index, GenericPlace place) {
        List<String> above = operation.route().segments().subList(0, index + 1);
        Optional<WebhookResponse> fetched = operation
                .document()
                .operation("GET", above)
                .flatMap(fetch -> behaviours.answer(fetch, fetch(request, index)));
        if (fetched.isPresent()) {
            if (fetched.get().status() >= 400) {
                throw notFound(request);
            }
            return Json.parse(fetched.get().bodyText()).path("sid").asText(place.key());
        }
        Optional<Resource> resource = find(place);
        if (resource.isPresent()) {
            return resource.get().sid();
        }
        boolean mustExist = GenericKind.isCreatable(
                        operation.document(), operation.route().segments().subList(0, index))
                || (SID.matcher(place.key()).matches() && !world.contains(place.key()));
        if (mustExist) {
            throw notFound(request);
        }
        return place.key();
    }

    /** The request that fetches the resource whose key is at this index of the path. */
    private static WebhookRequest fetch(WebhookRequest request, int index) {
        String start = request.url().substring(0, request.url().indexOf('/', "https://".length()));
        List<String> segments = List.of(request.path().substring(1).split("/", -1));
        return WebhookRequest.of(
                "GET", start + "/" + String.join("/", segments.subList(0, index + 1)), request.headers(), new byte[0]);
    }

    /** The resource at a place, by its key, its unique name or its identity. */
    Optional<Resource> find(GenericPlace place) {
        return world.resources()
                .find(place.shelf(), place.key())
                .or(() -> world.resources()
                        .first(
                                place.shelf(),
                                resource -> resource.is("unique_name", place.key())
                                        || resource.is("identity", place.key())));
    }

    /** Whether a key is a SID, which Twilio gives, and not a name such as a country. */
    static boolean isSid(String key) {
        return SID.matcher(key).matches();
    }

    static ApiError notFound(WebhookRequest request) {
        String path = request.path();
        return ApiError.notFound(
                path.startsWith("/" + VERSION_2010) ? path + ".json" : path.replaceFirst("^/v\\d+", ""));
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
