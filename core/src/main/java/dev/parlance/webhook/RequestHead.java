package dev.parlance.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request, and the length of the body. Strict: ambiguous requests, for example with two lengths, are refused, so
 * that no proxy and this server ever disagree on where a request ends.
 */
record RequestHead(String method, String target, boolean isHttp11, Headers headers) {
    /** Replaces a head that could not be parsed. */
    static final RequestHead UNKNOWN = new RequestHead("GET", "/", true, Headers.none());

    private static final Pattern METHOD = Pattern.compile("[A-Za-z-]{1,20}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?]*", Pattern.CASE_INSENSITIVE);

    /** @param line the request line, for example {@code POST /sms HTTP/1.1} */
    static RequestHead of(String line, Headers headers) throws RefusedRequest {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !METHOD.matcher(parts[0]).matches()) {
            throw RefusedRequest.malformed("the request line is not HTTP.");
        }
        boolean isHttp11 = parts[2].equals("HTTP/1.1");
        if (!isHttp11 && !parts[2].equals("HTTP/1.0")) {
            throw new RefusedRequest(505, "This server supports HTTP/1.1 only.");
        }
        RequestHead head = new RequestHead(parts[0], path(parts[1]), isHttp11, headers);
        head.check();
        return head;
    }

    /** The target, starting at its path. Proxies receive absolute targets, and some clients send them to every server. */
    private static String path(String target) throws RefusedRequest {
        Matcher absolute = ABSOLUTE.matcher(target);
        String path = absolute.lookingAt() ? target.substring(absolute.end()) : target;
        if (!path.startsWith("/") || path.indexOf('#') >= 0) {
            throw RefusedRequest.malformed("the target is not a path.");
        }
        if (!isPlain(path)) {
            checkEncoding(path);
        }
        return path;
    }

    /** Whether the path has only characters that never need encoding, like most paths. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '-' && c <= '9') || c == '_';
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    private static void checkEncoding(String path) throws RefusedRequest {
        try {
            new URI("http://localhost" + path);
        } catch (URISyntaxException e) {
            throw RefusedRequest.malformed("the target has characters that must be percent-encoded.");
        }
    }

    private void check() throws RefusedRequest {
        List<String> hosts = headers.all("Host");
        if (hosts.size() > 1 || (isHttp11 && hosts.isEmpty())) {
            throw RefusedRequest.malformed("there must be exactly one Host header.");
        }
        if (!hosts.isEmpty() && !HOST.matcher(hosts.get(0)).matches()) {
            throw RefusedRequest.malformed("the Host header is not a host.");
        }
        List<String> lengths = headers.all("Content-Length");
        List<String> encodings = headers.all("Transfer-Encoding");
        if (lengths.size() + encodings.size() > 1 || (!isHttp11 && !encodings.isEmpty())) {
            throw RefusedRequest.malformed("the length of the body is given more than once.");
        }
        if (!lengths.isEmpty() && !LENGTH.matcher(lengths.get(0)).matches()) {
            throw RefusedRequest.malformed("the Content-Length is not a number.");
        }
        if (!encodings.isEmpty() && !encodings.get(0).equalsIgnoreCase("chunked")) {
            throw new RefusedRequest(501, "The only supported Transfer-Encoding is chunked.");
        }
    }

    /** The host that the sender named, or the default if an old client names none. */
    String host(String defaultHost) {
        return headers.first("Host").orElse(defaultHost);
    }

    boolean isChunked() {
        return headers.first("Transfer-Encoding").isPresent();
    }

    long contentLength() {
        return headers.first("Content-Length").map(Long::parseLong).orElse(0L);
    }

    boolean hasBody() {
        return isChunked() || contentLength() > 0;
    }

    /** Whether the sender waits for a 100 before it sends the body. */
    boolean expectsContinue() {
        return isHttp11
                && headers.first("Expect")
                        .filter("100-continue"::equalsIgnoreCase)
                        .isPresent();
    }

    boolean closesConnection() {
        return !isHttp11
                || headers.all("Connection").stream()
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains("close"));
    }

    boolean isHeadRequest() {
        return method.equals("HEAD");
    }
}
