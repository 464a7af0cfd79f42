package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. The page token contains the last resource of the previous page, so that resources added in the meantime
 * cause neither gaps nor duplicates.
 */
final class Page {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final Set<String> PAGING_PARAMETERS = Set.of("PageSize", "Page", "PageToken");

    private final Exchange exchange;
    private final List<Resource> all;
    private final Function<Resource, ObjectNode> shown;
    private final int size;
    private final int number;
    private final int start;
    private final int end;

    Page(Exchange exchange, List<Resource> all, Function<Resource, ObjectNode> shown) {
        this.shown = shown;
        this.exchange = exchange;
        this.all = all;
        this.size = Math.min(MAX_SIZE, number("PageSize", DEFAULT_SIZE, 1));
        this.number = number("Page", 0, 0);
        this.start = start();
        this.end = Math.min(all.size(), start + size);
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

    private int start() {
        String token = exchange.query("PageToken");
        if (token.length() > 2) {
            String sid = token.substring(2);
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).sid().equals(sid)) {
                    return token.startsWith("PB") ? Math.max(0, i - size) : i + 1;
                }
            }
        }
        return (int) Math.min(all.size(), (long) number * size);
    }

    private ArrayNode items() {
        ArrayNode items = Json.array();
        all.subList(start, end).forEach(resource -> items.add(shown.apply(resource)));
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
        page.put("start", start);
        page.put("end", Math.max(start, end - 1));
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
        return end >= all.size()
                ? null
                : url(path, number + 1, "PA" + all.get(end - 1).sid());
    }

    private @Nullable String previous(String path) {
        if (start == 0) {
            return null;
        }
        String token = start < all.size() ? "PB" + all.get(start).sid() : "";
        return url(path, Math.max(0, number - 1), token);
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
