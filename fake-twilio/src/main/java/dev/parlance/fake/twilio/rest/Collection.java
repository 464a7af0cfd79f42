package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Listing;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Selection;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routes for one type of resource: {@code …/Applications} and {@code …/Applications/{sid}}. The path variables are fields of
 * the resources, so the path selects the resources that match.
 */
final class Collection {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final World world;
    private final Routes routes;
    private final Shelf shelf;
    private final String path;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Shelf> parents;

    private String key;
    private BiFunction<Resource, Exchange, ObjectNode> shown = (resource, exchange) -> resource.json();
    private BiPredicate<Resource, String> hasName = (resource, name) -> resource.is("unique_name", name);
    private final Map<String, UnaryOperator<String>> implied = new HashMap<>();
    private Predicate<Exchange> isOldestFirst = exchange -> false;
    private BiFunction<String, Exchange, Optional<String>> aliases = (key, exchange) -> Optional.empty();
    private BiFunction<Selection, Exchange, Selection> selection = (all, exchange) -> all;

    /** The parents map path variables to shelves. A path with an unknown parent is not found. */
    Collection(World world, Routes routes, Shelf shelf, String path, Map<String, Shelf> parents) {
        this.world = world;
        this.routes = routes;
        this.shelf = shelf;
        this.path = path;
        this.parents = parents;
        this.key = shelf.key();
        Matcher matcher = NAME.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    /** Sets the name of the list in a page. Default: the shelf's key. */
    Collection listedAs(String otherKey) {
        key = otherKey;
        return this;
    }

    /** Filters the list by query parameters, each matching the field of the same name. */
    Collection filteredBy(String... parameters) {
        Arrays.stream(parameters).map(Fields::snake).forEach(shelf::index);
        return selectedBy((selection, exchange) -> {
            Selection narrowed = selection;
            for (String parameter : parameters) {
                String wanted = exchange.query(parameter);
                String field = Fields.snake(parameter);
                if (!wanted.isEmpty()) {
                    narrowed = narrowed.with(field, wanted).and(resource -> resource.is(field, wanted));
                }
            }
            return narrowed;
        });
    }

    /** Filters the list by a date. */
    Collection filteredByDate(String field, String parameter) {
        shelf.indexDays(field);
        return selectedBy((selection, exchange) -> DateFilter.select(selection, field, exchange, parameter));
    }

    Collection filteredBy(BiPredicate<Resource, Exchange> wanted) {
        return selectedBy((selection, exchange) -> selection.and(resource -> wanted.test(resource, exchange)));
    }

    private Collection selectedBy(BiFunction<Selection, Exchange, Selection> narrowed) {
        BiFunction<Selection, Exchange, Selection> before = selection;
        selection = (all, exchange) -> narrowed.apply(before.apply(all, exchange), exchange);
        return this;
    }

    /** Leaves fields out of the JSON. */
    Collection without(String... fields) {
        BiFunction<Resource, Exchange, ObjectNode> before = shown;
        shown = (resource, exchange) -> before.apply(resource, exchange).without(List.of(fields));
        return this;
    }

    /** Adds fields to the JSON that are known only when it is shown. */
    Collection with(BiConsumer<Resource, ObjectNode> fields) {
        BiFunction<Resource, Exchange, ObjectNode> before = shown;
        shown = (resource, exchange) -> {
            ObjectNode json = before.apply(resource, exchange);
            fields.accept(resource, json);
            return json;
        };
        return this;
    }

    /** Adds another key that selects a resource in a path, as a name for its SID. */
    Collection alsoKnownAs(BiFunction<String, Exchange, Optional<String>> sidOf) {
        aliases = sidOf;
        return this;
    }

    /** Lists the oldest first. */
    Collection oldestFirst() {
        isOldestFirst = exchange -> true;
        return this;
    }

    /** Adds a field to the JSON that is null. */
    Collection withNull(String field) {
        BiFunction<Resource, Exchange, ObjectNode> before = shown;
        shown = (resource, exchange) -> before.apply(resource, exchange).putNull(field);
        return this;
    }

    /** Shows the fields that Twilio documents for each operation. */
    Collection asDocumented() {
        return shownAs(Documented::object);
    }

    Collection shownAs(BiFunction<Resource, Exchange, ObjectNode> json) {
        shown = json;
        return this;
    }

    /** Sets which resources a name in the path means, if it is no SID. Default: those with this unique name. */
    Collection named(BiPredicate<Resource, String> matcher) {
        hasName = matcher;
        return this;
    }

    /** Adds a variable that is not in the path. Its value follows from the account. */
    Collection implying(String variable, UnaryOperator<String> value) {
        implied.put(variable, value);
        return this;
    }

    /** Lists the oldest first unless the query parameter has this value. */
    Collection oldestFirstUnless(String parameter, String value) {
        isOldestFirst = exchange -> !exchange.query(parameter).equals(value);
        return this;
    }

    Collection lists() {
        routes.get(path, handler(this::list));
        return this;
    }

    Collection fetches() {
        return fetches((resource, exchange) -> {});
    }

    /** Adds a route that returns a resource, after calling {@code before}. */
    Collection fetches(BiConsumer<Resource, Exchange> before) {
        routes.get(itemPath(), handler(exchange -> {
            Resource resource = find(exchange);
            before.accept(resource, exchange);
            return Json.answer(200, shown.apply(resource, exchange));
        }));
        return this;
    }

    /** Adds a route below a resource, for example {@code /Status}. */
    Collection fetchesPart(String part, Function<Resource, WebhookResponse> answer) {
        routes.get(itemPath() + part, handler(exchange -> answer.apply(find(exchange))));
        return this;
    }

    /** Adds a route that lists what belongs to a resource, for example {@code /Events}. */
    Collection listsPart(String part, BiFunction<Resource, Exchange, WebhookResponse> answer) {
        routes.get(itemPath() + part, handler(exchange -> answer.apply(find(exchange), exchange)));
        return this;
    }

    /** Adds a route that creates a resource from a form. */
    Collection creates(Function<Exchange, Resource> create) {
        return posts(exchange -> Json.answer(201, shown.apply(create.apply(exchange), exchange)));
    }

    Collection posts(Function<Exchange, WebhookResponse> create) {
        routes.post(path, handler(create));
        return this;
    }

    Collection updates() {
        return updates(Fields::set);
    }

    Collection updates(BiConsumer<Resource, Exchange> update) {
        return updates(200, update);
    }

    /** The same for updates that Twilio accepts (202) and does afterwards. */
    Collection accepts(BiConsumer<Resource, Exchange> update) {
        return updates(202, update);
    }

    private Collection updates(int status, BiConsumer<Resource, Exchange> update) {
        routes.post(itemPath(), handler(exchange -> {
            Resource resource = find(exchange);
            update.accept(resource, exchange);
            shelf.touch(resource);
            return Json.answer(status, shown.apply(resource, exchange));
        }));
        return this;
    }

    Collection deletes() {
        return deletes((resource, exchange) -> {});
    }

    Collection deletes(Consumer<Resource> before) {
        return deletes((resource, exchange) -> before.accept(resource));
    }

    Collection deletes(BiConsumer<Resource, Exchange> before) {
        return removes((resource, exchange) -> {
            before.accept(resource, exchange);
            shelf.remove(resource.sid());
        });
    }

    /** Adds a route that removes a resource, which {@code remove} does. */
    Collection removes(Consumer<Resource> remove) {
        return removes((resource, exchange) -> remove.accept(resource));
    }

    private Collection removes(BiConsumer<Resource, Exchange> remove) {
        routes.delete(itemPath(), handler(exchange -> {
            remove.accept(find(exchange), exchange);
            return WebhookResponse.noContent();
        }));
        return this;
    }

    private String itemPath() {
        return path + "/{sid}";
    }

    private WebhookResponse list(Exchange exchange) {
        Selection all = below(exchange).inOrder(isOldestFirst.test(exchange));
        Listing wanted = shelf.list(selection.apply(all, exchange));
        Page page = new Page(exchange, wanted, resource -> shown.apply(resource, exchange));
        boolean old = path.startsWith("/2010-04-01");
        return Json.answer(200, old ? page.withUris(key) : page.withMeta(key));
    }

    private Resource find(Exchange exchange) {
        String key = exchange.request().pathVariable("sid");
        String sid = aliases.apply(key, exchange).orElse(key);
        return shelf.find(sid)
                .or(() -> named(sid, exchange))
                .filter(resource -> isBelow(resource, exchange))
                .orElseThrow(() -> ApiError.notFound(exchange.path()));
    }

    private Optional<Resource> named(String name, Exchange exchange) {
        Selection named = below(exchange).inOrder(true).and(resource -> hasName.test(resource, name));
        return shelf.list(named).after(Listing.START, 1).stream()
                .map(Listing.Entry::resource)
                .findFirst();
    }

    /** What belongs to the resources in the path. Only parents are worth an index: most resources have the same account. */
    private Selection below(Exchange exchange) {
        Selection below = Selection.NEWEST_FIRST.and(resource -> isBelow(resource, exchange));
        for (String name : names) {
            if (parents.containsKey(name)) {
                below = below.with(name, exchange.name(name));
            }
        }
        return below;
    }

    private static boolean isBelow(Resource resource, Exchange exchange) {
        return isBelow(resource, "account_sid", exchange.account())
                && exchange.names().entrySet().stream()
                        .allMatch(name -> isBelow(resource, name.getKey(), name.getValue()));
    }

    private static boolean isBelow(Resource resource, String name, String value) {
        String field = resource.has(name) ? name : "_" + name;
        return !resource.has(field) || resource.is(field, value);
    }

    private WebhookHandler handler(Function<Exchange, WebhookResponse> answer) {
        return request -> answer.apply(exchange(request));
    }

    private Exchange exchange(WebhookRequest request) {
        String login = Login.account(world, request).sid();
        String account = names.contains("account_sid") ? request.pathVariable("account_sid") : login;
        Map<String, String> values = new HashMap<>();
        Exchange exchange = new Exchange(request, account, values);
        implied.forEach((name, value) -> values.put(name, value.apply(account)));
        for (String name : names) {
            values.put(name, resolve(name, request.pathVariable(name), exchange));
        }
        return exchange;
    }

    /** Resolves a path variable, which may be a unique name, to a SID. */
    private String resolve(String name, String value, Exchange exchange) {
        Shelf parent = parents.get(name);
        if (parent == null) {
            return value;
        }
        return parent.find(value)
                .or(() -> parent.first(resource -> isNamed(resource, value) && isBelow(resource, exchange)))
                .filter(resource -> resource.is("account_sid", exchange.account()) && isBelow(resource, exchange))
                .map(Resource::sid)
                .orElseThrow(() -> ApiError.notFound(exchange.path()));
    }

    private static boolean isNamed(Resource resource, String name) {
        return resource.is("unique_name", name) || resource.is("identity", name);
    }
}
