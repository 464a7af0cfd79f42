package dev.parlance.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a response. */
final class ResponseWriter {
    /** Headers that only the server sets, because they say where the response ends. */
    private static final Set<String> RESERVED_HEADERS =
            Set.of("connection", "content-length", "date", "transfer-encoding");

    private final RequestHead request;
    private final WebhookResponse response;
    private final boolean isLast;

    /** @param isLast whether the connection closes afterwards */
    ResponseWriter(RequestHead request, WebhookResponse response, boolean isLast) {
        this.request = request;
        this.response = response;
        this.isLast = isLast || (response.length() < 0 && !request.isHttp11());
    }

    /** Whether the connection closes after this response. */
    boolean isLast() {
        return isLast;
    }

    void writeTo(HttpConnection connection) throws IOException {
        BufferedResponse out = new BufferedResponse(connection);
        out.write(head().getBytes(StandardCharsets.ISO_8859_1));
        if (hasBody() && isChunked()) {
            ChunkedBody chunks = new ChunkedBody(out);
            response.writeTo(chunks);
            chunks.end();
        } else if (hasBody()) {
            response.writeTo(out);
        }
        out.flush();
    }

    private String head() {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(" \r\n");
        for (Map.Entry<String, List<String>> header : response.headers().asMap().entrySet()) {
            if (!RESERVED_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> line(head, header.getKey(), value));
            }
        }
        line(head, "Date", HttpDate.now());
        if (isLast) {
            line(head, "Connection", "close");
        }
        if (isChunked() && mayHaveBody()) {
            line(head, "Transfer-Encoding", "chunked");
        } else if (response.length() >= 0 && mayHaveBody() && !request.isHeadRequest()) {
            line(head, "Content-Length", Integer.toString(response.length()));
        }
        return head.append("\r\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private boolean isChunked() {
        return response.length() < 0 && request.isHttp11();
    }

    private boolean hasBody() {
        return mayHaveBody() && !request.isHeadRequest();
    }

    private boolean mayHaveBody() {
        return response.status() >= 200 && response.status() != 204 && response.status() != 304;
    }
}
