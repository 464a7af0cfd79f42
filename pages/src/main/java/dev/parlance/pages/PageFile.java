package dev.parlance.pages;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file of a page, read once. */
final class PageFile {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final String name;
    private final String type;
    /** Changes with the content, so that a browser can ask whether it has changed. */
    private final String tag;

    private final byte[] content;

    private PageFile(String name, String type, byte[] content) {
        this.name = name;
        this.type = type;
        this.tag = "\"" + digest(content) + "\"";
        this.content = content;
    }

    static PageFile read(Function<String, @Nullable InputStream> resources, String name) {
        return joined(resources, name, List.of(name));
    }

    /** Several files, one after another, as one. */
    static PageFile joined(Function<String, @Nullable InputStream> resources, String name, List<String> parts) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("A page can't have a file \"" + name + "\"; its types are "
                    + TYPES.keySet().stream().sorted().toList());
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        parts.forEach(part -> content.writeBytes(content(resources, part)));
        return new PageFile(name, type, content.toByteArray());
    }

    private static byte[] content(Function<String, @Nullable InputStream> resources, String name) {
        try (InputStream in = resources.apply(name)) {
            if (in == null) {
                throw new IllegalArgumentException("The page's file \"" + name + "\" does not exist");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the page's file " + name, e);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new BigInteger(1, digest).toString(36).substring(0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String name() {
        return name;
    }

    boolean isHtml() {
        return name.endsWith(".html");
    }

    WebhookHandler handler(String policy) {
        WebhookResponse full = withHeaders(WebhookResponse.bytes(type, content), policy);
        WebhookResponse unchanged = withHeaders(WebhookResponse.noContent().withStatus(304), policy);
        return request ->
                request.headers().first("If-None-Match").filter(tag::equals).isPresent() ? unchanged : full;
    }

    private WebhookResponse withHeaders(WebhookResponse response, String policy) {
        WebhookResponse safe = response.withHeader("ETag", tag)
                .withHeader("Cache-Control", "no-cache")
                .withHeader("X-Content-Type-Options", "nosniff");
        return isHtml()
                ? safe.withHeader("Content-Security-Policy", policy).withHeader("Referrer-Policy", "no-referrer")
                : safe;
    }
}
