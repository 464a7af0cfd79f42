package dev.parlance.security.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A response as it arrived. The names of headers are in lower case. */
record ReceivedResponse(int status, Map<String, List<String>> headers, String body) {
    /** Parses the bytes of a connection that has ended. */
    static ReceivedResponse parse(byte[] bytes) {
        String all = new String(bytes, ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("The adapter closed the connection without a response: \"" + all + "\"");
        }
        String[] lines = all.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header[1].strip());
        }
        String body = all.substring(end + 4);
        // A response to HEAD has the headers of a body, but none.
        boolean isChunked = headers.containsKey("transfer-encoding") && !body.isEmpty();
        String whole = isChunked ? withoutChunks(body) : body;
        return new ReceivedResponse(
                Integer.parseInt(lines[0].split(" ", 3)[1]), headers, new String(whole.getBytes(ISO_8859_1), UTF_8));
    }

    private static String withoutChunks(String chunked) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunked.indexOf("\r\n", at);
            int length = Integer.parseInt(chunked.substring(at, line), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunked, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }

    /** The value of a header without blanks, in lower case; empty if the header is missing. */
    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return String.join(",", values).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
