package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/** An uploaded file: the parts {@code Path}, {@code Visibility} and {@code Content} of a multipart form. */
record Upload(String path, String visibility, String contentType, ByteString bytes) {
    private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"?([^\";]+)");
    private static final int MAX_PATH_LENGTH = 255;
    private static final int MAX_BYTES = 25 << 20;

    private record Part(String contentType, ByteString bytes) {}

    static Upload of(WebhookRequest request) {
        Map<String, Part> parts = parts(request);
        String path = required(parts, "Path").bytes().utf8();
        String visibility = required(parts, "Visibility").bytes().utf8();
        Part content = required(parts, "Content");
        if (path.length() > MAX_PATH_LENGTH) {
            throw ApiError.badRequest(20001, "Path must have at most " + MAX_PATH_LENGTH + " characters");
        }
        if (!Set.of("public", "protected", "private").contains(visibility)) {
            throw ApiError.badRequest(20001, "Invalid Visibility: " + visibility);
        }
        if (content.bytes().size() > MAX_BYTES) {
            throw new ApiError(413, 20413, "The file is larger than 25 MB");
        }
        String rooted = path.startsWith("/") ? path : "/" + path;
        return new Upload(rooted, visibility, content.contentType(), content.bytes());
    }

    byte[] content() {
        return bytes.toByteArray();
    }

    private static Part required(Map<String, Part> parts, String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw ApiError.badRequest(20001, "Missing required parameter " + name + " in the multipart body");
        }
        return part;
    }

    private static Map<String, Part> parts(WebhookRequest request) {
        MediaType type = MediaType.parse(request.header("Content-Type").orElse(""));
        String boundary = type == null ? null : type.parameter("boundary");
        if (boundary == null) {
            throw ApiError.badRequest(20001, "An upload requires a multipart/form-data body");
        }
        Map<String, Part> parts = new HashMap<>();
        try (MultipartReader reader = new MultipartReader(new Buffer().write(request.body()), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String disposition = String.valueOf(part.headers().get("Content-Disposition"));
                Matcher name = NAME.matcher(disposition);
                if (name.find()) {
                    String declared = part.headers().get("Content-Type");
                    String contentType = declared == null ? "application/octet-stream" : declared;
                    parts.put(name.group(1), new Part(contentType, part.body().readByteString()));
                }
            }
        } catch (IOException e) {
            throw ApiError.badRequest(20001, "The multipart body is malformed: " + e.getMessage());
        }
        return parts;
    }
}
