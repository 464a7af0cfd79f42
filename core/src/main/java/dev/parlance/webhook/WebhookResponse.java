package dev.parlance.webhook;

import dev.parlance.twiml.Twiml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a webhook. Immutable.
 *
 * <pre>{@code
 * WebhookResponse.of(MessageTwiml.reply("Thank you"));
 * WebhookResponse.text("not yours").withStatus(403);
 * WebhookResponse.json("{\"success\":true}").withStatus(201).withHeader("Cache-Control", "no-store");
 * }</pre>
 */
public final class WebhookResponse {
    private static final byte[] EMPTY = {};

    private final int status;
    private final Headers headers;
    private final byte[] body;

    private WebhookResponse(int status, Headers headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    private static WebhookResponse of(String contentType, byte[] body) {
        return new WebhookResponse(200, Headers.none().and("Content-Type", contentType), body);
    }

    /**
     * TwiML for Twilio to carry out.
     *
     * @throws dev.parlance.twiml.TwimlException if the document is longer than Twilio takes
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

    /** Nothing to say: 204. */
    public static WebhookResponse noContent() {
        return new WebhookResponse(204, Headers.none(), EMPTY);
    }

    /** The same answer with another status. */
    public WebhookResponse withStatus(int newStatus) {
        if (newStatus < 100 || newStatus > 599) {
            throw new IllegalArgumentException("An HTTP status is from 100 to 599, not " + newStatus);
        }
        return new WebhookResponse(newStatus, headers, body);
    }

    /** The same answer with one header more. */
    public WebhookResponse withHeader(String name, String value) {
        return new WebhookResponse(status, headers.and(name, value), body);
    }

    WebhookResponse withoutBody() {
        return new WebhookResponse(status, headers, EMPTY);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** All headers, the content type among them. */
    public Headers headers() {
        return headers;
    }

    /** The content type; empty where there is no body. */
    public String contentType() {
        return headers.first("Content-Type").orElse("");
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8 text. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** How many bytes the body has. */
    public int length() {
        return body.length;
    }

    /** Writes the body. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(body);
    }

    /** Status, type and length; never the words. */
    @Override
    public String toString() {
        return status + " " + contentType() + ", " + body.length + " bytes";
    }
}
