package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Listing;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Resources;
import dev.parlance.fake.twilio.world.Selection;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers all operations without behaviour from the catalogue: it stores what requests create and change, and shows it with the
 * fields that Twilio documents.
 */
final class GenericApi {
    private final World world;
    private final GenericPaths paths;
    private final GenericKeys keys;
    private final Effects effects;

    GenericApi(World world, Behaviours behaviours, Effects effects) {
        this.world = world;
        this.effects = effects;
        this.paths = new GenericPaths(world, behaviours);
        this.keys = new GenericKeys(world);
    }

    WebhookResponse answer(Operation operation, WebhookRequest request) {
        GenericRequest it = read(operation, request);
        effects.check(it);
        return switch (GenericKind.of(operation)) {
            case LIST -> list(it);
            case FETCH, FETCH_SINGLE -> it.answer(effects.apply(fetch(it), it));
            case CREATE -> it.answer(effects.apply(create(it), it));
            case UPDATE, UPDATE_SINGLE -> it.answer(effects.apply(update(it), it));
            case PUT -> it.answer(effects.apply(put(it), it));
            case DELETE, DELETE_SINGLE -> delete(it);
            case ACT -> act(it);
        };
    }

    /** A handler for an operation with behaviour whose resources are stored and shown in the generic way. */
    WebhookHandler handler(Function<GenericRequest, WebhookResponse> answer) {
        return request -> {
            String path = request.path();
            String host = URI.create(request.url()).getHost().replace(".twilio.com", "");
            String suffix = path.startsWith("/2010-04-01/") ? ".json" : "";
            String method = request.method().equals("HEAD") ? "GET" : request.method();
            Operation operation =
                    Catalog.find(Route.of(method, host, path + suffix)).orElseThrow();
            return answer.apply(read(operation, request));
        };
    }

    private GenericRequest read(Operation operation, WebhookRequest request) {
        return new GenericRequest(operation, request, paths.of(operation, request, account(operation, request)));
    }

    /** Adds a resource that only Twilio creates, and returns its key. The request is the one that lists these resources. */
    String add(Operation operation, WebhookRequest request, Map<String, String> fields) {
        GenericRequest it = new GenericRequest(
                operation,
                request,
                paths.of(operation, request, world.accounts().main()));
        ObjectNode known = it.known();
        fields.forEach(known::put);
        String key = operation.isList()
                ? keys.assign(operation, it.schema(), request, it.place(), known)
                : it.place().key();
        store(it, key, known);
        return key;
    }

    private String account(Operation operation, WebhookRequest request) {
        List<String> segments = Route.of(request.method(), "", request.path()).segments();
        if (segments.size() > 2 && operation.route().segments().get(0).equals("2010-04-01")) {
            return segments.get(2);
        }
        return operation.isOpen()
                ? world.accounts().main()
                : Login.account(world, request).sid();
    }

    private WebhookResponse list(GenericRequest it) {
        Schema item = it.operation().items().orElseThrow();
        GenericFilter filter = new GenericFilter(it.operation(), it.request());
        boolean oldestFirst = it.request()
                .queryParameters()
                .first("Order")
                .filter("asc"::equalsIgnoreCase)
                .isPresent();
        String shelf = it.place().shelf();
        Selection wanted = Selection.NEWEST_FIRST
                .inOrder(oldestFirst)
                .and(resource -> filter.matches(it.view(resource.sid(), item, resource.json())));
        return page(it, world.resources().list(shelf, wanted));
    }

    /** A page of these resources. */
    WebhookResponse page(GenericRequest it, List<Resource> wanted) {
        return page(it, Listing.of(wanted));
    }

    /** A page of this list. */
    WebhookResponse page(GenericRequest it, Listing wanted) {
        Schema schema = it.operation().schema().orElseThrow();
        String key = schema.listKey().orElseThrow();
        Schema item = it.operation().items().orElseThrow();
        Page page = new Page(it.exchange(), wanted, resource -> it.view(resource.sid(), item, resource.json()));
        ObjectNode json = schema.fields().containsKey("first_page_uri") ? page.withUris(key) : page.withMeta(key);
        return Json.answer(200, it.view("", schema, json));
    }

    /** The resource at the requested place. A resource that clients can't create, such as a country, always exists. */
    Resource fetch(GenericRequest it) {
        return paths.find(it.place()).orElseGet(() -> {
            if (mustExist(it)) {
                throw GenericPaths.notFound(it.request());
            }
            return new Resources().add("", it.place().key(), it.known(), now());
        });
    }

    private static boolean mustExist(GenericRequest it) {
        if (!it.operation().route().isItem()) {
            return false;
        }
        List<String> collection = GenericKind.collection(it.operation().route().segments());
        return GenericPaths.isSid(it.place().key())
                || GenericKind.isCreatable(it.operation().document(), collection);
    }

    private Resource create(GenericRequest it) {
        return create(it, Json.object());
    }

    /** Creates a resource. What the request says about it has priority over these defaults. */
    Resource create(GenericRequest it, ObjectNode defaults) {
        ObjectNode fields = it.known();
        fields.setAll(defaults);
        fields.setAll(it.form());
        String name = fields.path("unique_name").asText();
        if (!name.isEmpty() && isTaken(it, name)) {
            throw new ApiError(409, 20409, "A resource with the unique name " + name + " already exists");
        }
        return store(it, keys.assign(it.operation(), it.schema(), it.request(), it.place(), fields), fields);
    }

    private boolean isTaken(GenericRequest it, String uniqueName) {
        return world.resources()
                .firstWith(it.place().shelf(), "unique_name", uniqueName, other -> other.is("unique_name", uniqueName))
                .isPresent();
    }

    private Resource put(GenericRequest it) {
        return store(it, it.place().key(), it.known().setAll(it.form()));
    }

    private Resource update(GenericRequest it) {
        Resource before = fetch(it);
        Resource stored = world.resources()
                .find(it.place().shelf(), before.sid())
                .orElseGet(() -> store(it, before.sid(), before.json()));
        return change(stored, it);
    }

    Resource change(Resource resource, GenericRequest it) {
        it.form().properties().forEach(field -> resource.set(field.getKey(), field.getValue()));
        return resource.setDate("date_updated", now());
    }

    WebhookResponse delete(GenericRequest it) {
        Resource resource = fetch(it);
        world.resources().remove(it.place().shelf(), resource.sid());
        return it.answer(effects.apply(resource, it));
    }

    /** Changes the resource that the action is of, if the response is this resource. Otherwise the response is a new object. */
    private WebhookResponse act(GenericRequest it) {
        Optional<GenericRequest> owner = it.owner();
        Optional<Resource> owned = owner.flatMap(above -> paths.find(above.place()));
        if (owned.isPresent()) {
            return owner.get().answer(effects.apply(change(owned.get(), it), it));
        }
        ObjectNode fields = it.known().setAll(it.form());
        String key = keys.assign(it.operation(), it.schema(), it.request(), it.place(), fields);
        return it.answer(effects.apply(new Resources().add("", key, dated(fields), now()), it));
    }

    private Resource store(GenericRequest it, String key, ObjectNode fields) {
        return world.resources().add(it.place().shelf(), key, dated(fields), now());
    }

    private ObjectNode dated(ObjectNode fields) {
        String now = Dates.ISO_8601.write(now());
        for (String date : List.of("date_created", "date_updated")) {
            if (!fields.has(date)) {
                fields.put(date, now);
            }
        }
        return fields;
    }

    private Instant now() {
        return world.clock().instant();
    }
}
