package dev.parlance.security.servlet;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses {@code multipart/form-data} (RFC 7578) from memory, because the container can't read the body again. */
final class MultipartBody {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i)(?:^|[;\\s])name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)(?:^|[;\\s])filename=\"([^\"]*)\"");
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final int MAX_PARTS = 1_000;

    private final byte[] body;
    private final List<BufferedPart> parts = new ArrayList<>();

    private MultipartBody(byte[] body) {
        this.body = body;
    }

    static List<BufferedPart> parts(@Nullable String contentType, byte[] body) throws ServletException {
        Matcher type = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!type.matches()) {
            throw new ServletException("The request is not multipart/form-data with a boundary");
        }
        String boundary = type.group(1) == null ? type.group(2) : type.group(1);
        MultipartBody multipart = new MultipartBody(body);
        multipart.read(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
        return List.copyOf(multipart.parts);
    }

    private void read(byte[] delimiter) throws ServletException {
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int start = indexOf(first, 0) + first.length;
        if (start < first.length) {
            throw new ServletException("The multipart body does not start with its boundary");
        }
        while (!startsWith("--", start)) {
            int end = indexOf(delimiter, start);
            if (end < 0 || !startsWith("\r\n", start) || parts.size() == MAX_PARTS) {
                throw new ServletException(
                        "The multipart body is malformed or truncated in part " + (parts.size() + 1));
            }
            parts.add(part(start + 2, end));
            start = end + delimiter.length;
        }
    }

    private BufferedPart part(int start, int end) throws ServletException {
        // The line break before the first header belongs to the boundary; a part without headers starts with a blank
        // line.
        int blank = startsWith("\r\n", start) ? start - 2 : indexOf(BLANK_LINE, start);
        if (blank < 0 || blank > end) {
            throw new ServletException("A part of the multipart body has no blank line after its headers");
        }
        Map<String, List<String>> headers = headers(start, Math.max(start, blank));
        String disposition = String.join(";", headers.getOrDefault("Content-Disposition", List.of()));
        String name = value(NAME, disposition);
        byte[] content = Arrays.copyOfRange(body, Math.min(end, blank + BLANK_LINE.length), end);
        return new BufferedPart(name == null ? "" : name, value(FILE_NAME, disposition), headers, content);
    }

    private Map<String, List<String>> headers(int start, int end) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String text = new String(body, start, end - start, StandardCharsets.UTF_8);
        for (String line : text.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static @Nullable String value(Pattern pattern, String disposition) {
        Matcher matcher = pattern.matcher(disposition);
        return matcher.find() ? matcher.group(1) : null;
    }

    private boolean startsWith(String text, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + bytes.length <= body.length && Arrays.equals(body, at, at + bytes.length, bytes, 0, bytes.length);
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i + wanted.length <= body.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
