package dev.parlance.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads a request. Refuses everything that is not clearly HTTP/1.1. */
final class RequestReader {
    /** Bodies up to this size are always read. Larger ones need a permit, so that all of them fit into memory. */
    static final int SMALL_BODY = 64 << 10;

    private static final int HEAD_BYTES = 64 << 10;
    private static final int MAX_HEADERS = 200;
    private static final int SECONDS_FOR_A_PERMIT = 5;
    private static final int CHUNK_LINE_BYTES = 256;
    private static final int MAX_CHUNK_DIGITS = 8;
    private static final int INITIAL_BODY_BYTES = 8 << 10;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpConnection connection;
    private final int bodyLimit;
    private final Semaphore largeBodies;
    private int unreadHead = HEAD_BYTES;
    private byte[] line = new byte[256];
    private boolean hasPermit;

    RequestReader(HttpConnection connection, int bodyLimit, Semaphore largeBodies) {
        this.connection = connection;
        this.bodyLimit = bodyLimit;
        this.largeBodies = largeBodies;
    }

    RequestHead head() throws IOException, RefusedRequest {
        String first = line();
        if (first.isEmpty()) { // some clients send an empty line after a form
            first = line();
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int number = 0;
        for (String next = line(); !next.isEmpty(); next = line()) {
            if (++number > MAX_HEADERS) {
                throw tooLong();
            }
            int colon = next.indexOf(':');
            if (colon <= 0 || next.charAt(0) == ' ' || next.charAt(0) == '\t') {
                throw RefusedRequest.malformed("a line of the head is not a header.");
            }
            headers.computeIfAbsent(next.substring(0, colon), any -> new ArrayList<>())
                    .add(next.substring(colon + 1).strip());
        }
        try {
            return RequestHead.of(first, Headers.of(headers));
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The next line, which must end with CR and LF and have no other control characters. */
    private String line() throws IOException, RefusedRequest {
        int length = 0;
        while (true) {
            int next = connection.read();
            if (--unreadHead < 0) {
                throw tooLong();
            }
            if (next == '\r') {
                if (connection.read() != '\n') {
                    throw RefusedRequest.malformed("a line does not end with CR and LF.");
                }
                return new String(line, 0, length, StandardCharsets.ISO_8859_1);
            }
            if ((next < ' ' && next != '\t') || next == 0x7f) {
                throw RefusedRequest.malformed("the head has a control character.");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) next;
        }
    }

    private static RefusedRequest tooLong() {
        return new RefusedRequest(431, "The head of the request is too long.");
    }

    /** Reads the body. Afterwards, the caller must call {@link #release}. */
    byte[] body(RequestHead head) throws IOException, RefusedRequest, InterruptedException {
        long length = head.contentLength();
        if (length > bodyLimit) {
            throw tooLarge();
        }
        if (head.expectsContinue() && head.hasBody()) {
            connection.write(CONTINUE, 0, CONTINUE.length);
            connection.markReceiving();
        }
        return head.isChunked() ? chunks() : whole((int) length);
    }

    private byte[] whole(int length) throws IOException, RefusedRequest, InterruptedException {
        reserveRoom(length);
        byte[] all = new byte[length];
        connection.read(all, 0, length);
        return all;
    }

    private byte[] chunks() throws IOException, RefusedRequest, InterruptedException {
        byte[] all = new byte[INITIAL_BODY_BYTES];
        int length = 0;
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (size > bodyLimit - length) {
                throw tooLarge();
            }
            reserveRoom(length + size);
            if (length + size > all.length) {
                all = Arrays.copyOf(all, Math.max(length + size, 2 * all.length));
            }
            connection.read(all, length, size);
            length += size;
            if (!line().isEmpty()) {
                throw RefusedRequest.malformed("a chunk of the body does not end where it should.");
            }
        }
        unreadHead = HEAD_BYTES;
        while (!line().isEmpty()) {
            // Trailers are ignored.
        }
        return Arrays.copyOf(all, length);
    }

    private int chunkSize() throws IOException, RefusedRequest {
        unreadHead = CHUNK_LINE_BYTES;
        String size = line().split(";", 2)[0].strip();
        if (size.isEmpty() || size.length() > MAX_CHUNK_DIGITS || !size.chars().allMatch(RequestReader::isHex)) {
            throw RefusedRequest.malformed("a chunk of the body has no valid size.");
        }
        long bytes = Long.parseLong(size, 16);
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private RefusedRequest tooLarge() {
        return new RefusedRequest(413, "The body is larger than " + bodyLimit + " bytes.");
    }

    private void reserveRoom(int length) throws InterruptedException, RefusedRequest {
        if (length > SMALL_BODY && !hasPermit) {
            hasPermit = largeBodies.tryAcquire(SECONDS_FOR_A_PERMIT, TimeUnit.SECONDS);
            if (!hasPermit) {
                throw new RefusedRequest(503, "The server is reading too many large requests. Try again later.");
            }
        }
    }

    /** Returns the permit. */
    void release() {
        if (hasPermit) {
            hasPermit = false;
            largeBodies.release();
        }
    }
}
