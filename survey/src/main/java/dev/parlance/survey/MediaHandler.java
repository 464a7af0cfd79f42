package dev.parlance.survey;

import dev.parlance.survey.StoredMedia.Content;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Serves media files by the hash in their URL, below any path. Answers are the same for ever, so everyone can cache them. Servers
 * leave out the body of an answer to HEAD.
 *
 * @param files find a file by its hash
 */
record MediaHandler(List<Function<String, Optional<Content>>> files) implements WebhookHandler {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return WebhookResponse.text("Files are read with GET.")
                    .withStatus(405)
                    .withHeader("Allow", "GET, HEAD");
        }
        Optional<String> hash = MediaPath.hashIn(request.path());
        return hash.flatMap(this::find)
                .map(content -> answer(request, content, "\"" + hash.get() + "\""))
                .orElseGet(() -> WebhookResponse.text("There is no such file.")
                        .withStatus(404)
                        .withHeader("Cache-Control", "no-store"));
    }

    private Optional<Content> find(String hash) {
        return files.stream()
                .map(each -> each.apply(hash))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static WebhookResponse answer(WebhookRequest request, Content content, String etag) {
        if (request.header("If-None-Match")
                .filter(known -> isAmong(known, etag))
                .isPresent()) {
            return cached(WebhookResponse.noContent().withStatus(304), etag);
        }
        int length = content.bytes().length;
        ByteRange range =
                request.header("If-Range").filter(known -> !known.equals(etag)).isPresent()
                        ? ByteRange.WHOLE
                        : request.header("Range").map(ByteRange::parse).orElse(ByteRange.WHOLE);
        if (range.equals(ByteRange.WHOLE)) {
            return cached(WebhookResponse.bytes(content.type(), content.bytes()), etag);
        }
        Optional<ByteRange> within = range.within(length);
        if (within.isEmpty()) {
            return WebhookResponse.noContent().withStatus(416).withHeader("Content-Range", "bytes */" + length);
        }
        int first = within.get().first();
        int last = within.get().last();
        byte[] part = Arrays.copyOfRange(content.bytes(), first, last + 1);
        return cached(WebhookResponse.bytes(content.type(), part), etag)
                .withStatus(206)
                .withHeader("Content-Range", "bytes " + first + "-" + last + "/" + length);
    }

    private static boolean isAmong(String known, String etag) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(etag) || each.equals("W/" + etag));
    }

    private static WebhookResponse cached(WebhookResponse response, String etag) {
        return response.withHeader("ETag", etag)
                .withHeader("Cache-Control", FOR_EVER)
                .withHeader("Accept-Ranges", "bytes")
                .withHeader("X-Content-Type-Options", "nosniff");
    }
}
