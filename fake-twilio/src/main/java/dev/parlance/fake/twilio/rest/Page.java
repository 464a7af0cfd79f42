package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Listing;
import dev.parlance.fake.twilio.world.Listing.Entry;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. The page token contains the last resource of the previous page and its rank, so that resources added or
 * removed in the meantime cause neither gaps nor duplicates.
 */
final class Page {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final Set<String> PAGING_PARAMETERS = Set.of("PageSize", "Page", "PageToken");

    private static final Pattern TOKEN = Pattern.compile("(PA|PB)(.*)\\.(-?\\d{1,18})");

    private final Exchange exchange;
    private final Listing list;
    private final Function<Resource, ObjectNode> shown;
    private final int size;
    private final int number;
    private final List<Entry> entries;
    private final boolean hasNext;

    Page(Exchange exchange, List<Resource> all, Function<Resource, ObjectNode> shown) {
        this(exchange, Listing.of(all), shown);
    }

    Page(Exchange exchange, Listing list, Function<Resource, ObjectNode> shown) {
        this.shown = shown;
        this.exchange = exchange;
        this.list = list;
        this.size = Math.min(MAX_SIZE, number("PageSize", DEFAULT_SIZE, 1));
        this.number = number("Page", 0, 0);
        List<Entry> oneMore = list.after(start(), size + 1);
        this.hasNext = oneMore.size() > size;
        this.entries = oneMore.subList(0, Math.min(size, oneMore.size()));
    }

    private int number(String name, int defaultValue, int min) {
        String text = exchange.query(name);
        if (text.isEmpty()) {
            return defaultValue;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min) {
            throw ApiError.badRequest(20001, "Invalid " + name + ": " + text);
        }
        return Integer.parseInt(text);
    }

    /** The rank after which the page starts. */
    private long start() {
        Matcher token = TOKEN.matcher(exchange.query("PageToken"));
        if (!token.matches()) {
            return startOfNumber();
        }
        long rank = list.rankOf(token.group(2), Long.parseLong(token.group(3)));
        if (token.group(1).equals("PA")) {
            return rank;
        }
        List<Entry> before = list.before(rank, size + 1);
        return before.size() > size ? before.get(0).rank() : Listing.START;
    }

    private long startOfNumber() {
        int skipped = (int) Math.min(Integer.MAX_VALUE, (long) number * size);
        if (skipped == 0) {
            return Listing.START;
        }
        List<Entry> before = list.after(Listing.START, skipped);
        return before.isEmpty() ? Listing.START : before.get(before.size() - 1).rank();
    }

    private boolean hasPrevious() {
        return entries.isEmpty()
                ? number > 0
                : !list.before(entries.get(0).rank(), 1).isEmpty();
    }

    private ArrayNode items() {
        ArrayNode items = Json.array();
        entries.forEach(entry -> items.add(shown.apply(entry.resource())));
        return items;
    }

    /** The format of the 2010 API, with paths. */
    ObjectNode withUris(String key) {
        String path = exchange.request().path() + ".json";
        ObjectNode page = Json.object();
        page.set(key, items());
        page.put("first_page_uri", url(path, 0, ""));
        page.put("next_page_uri", next(path));
        page.put("previous_page_uri", previous(path));
        page.put("page", number);
        page.put("page_size", size);
        long start = (long) number * size;
        page.put("start", start);
        page.put("end", start + Math.max(0, entries.size() - 1));
        page.put("uri", url(path, number, exchange.query("PageToken")));
        return page;
    }

    /** The format of newer APIs, with URLs in {@code meta}. */
    ObjectNode withMeta(String key) {
        String path = exchange.request().url().split("\\?", 2)[0];
        ObjectNode meta = Json.object();
        meta.put("page", number);
        meta.put("page_size", size);
        meta.put("first_page_url", url(path, 0, ""));
        meta.put("previous_page_url", previous(path));
        meta.put("url", url(path, number, exchange.query("PageToken")));
        meta.put("next_page_url", next(path));
        meta.put("key", key);
        ObjectNode page = Json.object();
        page.set(key, items());
        page.set("meta", meta);
        return page;
    }

    private @Nullable String next(String path) {
        return hasNext ? url(path, number + 1, token("PA", entries.get(entries.size() - 1))) : null;
    }

    private @Nullable String previous(String path) {
        if (!hasPrevious()) {
            return null;
        }
        String token = entries.isEmpty() ? "" : token("PB", entries.get(0));
        return url(path, Math.max(0, number - 1), token);
    }

    private static String token(String direction, Entry entry) {
        return direction + entry.resource().sid() + "." + entry.rank();
    }

    private String url(String path, int page, String token) {
        StringBuilder url = new StringBuilder(path);
        char separator = '?';
        for (Parameter parameter : exchange.request().queryParameters().entries()) {
            if (!PAGING_PARAMETERS.contains(parameter.name())) {
                url.append(separator)
                        .append(encoded(parameter.name()))
                        .append('=')
                        .append(encoded(parameter.value()));
                separator = '&';
            }
        }
        url.append(separator).append("PageSize=").append(size).append("&Page=").append(page);
        return token.isEmpty()
                ? url.toString()
                : url.append("&PageToken=").append(encoded(token)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
