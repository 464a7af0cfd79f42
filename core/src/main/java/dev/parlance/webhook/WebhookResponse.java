package dev.parlance.webhook;

import dev.parlance.twiml.Twiml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The response to a webhook. Immutable.
 *
 * <pre>{@code
 * WebhookResponse.of(MessageTwiml.reply("Thank you"));
 * WebhookResponse.text("not yours").withStatus(403);
 * WebhookResponse.json("{\"success\":true}").withStatus(201).withHeader("Cache-Control", "no-store");
 * }</pre>
 */
public final class WebhookResponse {
    private static final Body EMPTY = new Bytes(new byte[0]);

    private final int status;
    private final Headers headers;
    private final Body body;

    /** A body that is written while it is sent, so it can be larger than the memory. */
    @FunctionalInterface
    public interface Body {
        /** Writes the whole body. */
        void writeTo(OutputStream out) throws IOException;
    }

    private static final class Bytes implements Body {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    private WebhookResponse(int status, Headers headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    private static WebhookResponse of(String contentType, byte[] body) {
        return streamed(contentType, new Bytes(body));
    }

    /**
     * TwiML for Twilio.
     *
     * @throws dev.parlance.twiml.TwimlException if the document is longer than Twilio accepts
     */
    public static WebhookResponse of(Twiml twiml) {
        return of("text/xml; charset=utf-8", twiml.toBytes());
    }

    /** Plain text. */
    public static WebhookResponse text(String text) {
        return of("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON document. */
    public static WebhookResponse json(String json) {
        return of("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of any type. */
    public static WebhookResponse bytes(String contentType, byte[] body) {
        return of(contentType, body.clone());
    }

    /**
     * A body that is written while it is sent.
     *
     * <pre>{@code
     * WebhookResponse.streamed("text/csv; charset=utf-8", surveys.results()::csv);
     * }</pre>
     */
    public static WebhookResponse streamed(String contentType, Body body) {
        return new WebhookResponse(200, Headers.none().withAdded("Content-Type", contentType), body);
    }

    /** A 204 without a body. */
    public static WebhookResponse noContent() {
        return new WebhookResponse(204, Headers.none(), EMPTY);
    }

    /** A copy with another status. */
    public WebhookResponse withStatus(int newStatus) {
        if (newStatus < 100 || newStatus > 599) {
            throw new IllegalArgumentException("An HTTP status must be from 100 to 599, not " + newStatus);
        }
        return new WebhookResponse(newStatus, headers, body);
    }

    /** A copy with an additional header. */
    public WebhookResponse withHeader(String name, String value) {
        return new WebhookResponse(status, headers.withAdded(name, value), body);
    }

    WebhookResponse withoutBody() {
        return new WebhookResponse(status, headers, EMPTY);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** All headers, including the content type. */
    public Headers headers() {
        return headers;
    }

    /** The content type; empty if there is no body. */
    public String contentType() {
        return headers.first("Content-Type").orElse("");
    }

    /** A copy of the body. Writes a streamed body to its end. */
    public byte[] body() {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try {
            body.writeTo(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be written", e);
        }
        return copy.toByteArray();
    }

    /** The body as UTF-8 text. Writes a streamed body to its end. */
    public String bodyText() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** The length of the body in bytes; -1 if it is streamed and therefore unknown. */
    public int length() {
        return body instanceof Bytes known ? known.bytes.length : -1;
    }

    /** Writes the body. */
    public void writeTo(OutputStream out) throws IOException {
        body.writeTo(out);
    }

    /** Status, type and length, never the body. */
    @Override
    public String toString() {
        return status + " " + contentType() + ", " + (length() < 0 ? "streamed" : length() + " bytes");
    }
}
