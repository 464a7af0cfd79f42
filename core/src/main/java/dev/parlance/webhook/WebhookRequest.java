package dev.parlance.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came in: the URL as its sender saw it, the headers, the raw body. Immutable, and read as often as
 * wanted: nothing that looks at it uses it up.
 *
 * <pre>{@code
 * WebhookRequest request = WebhookRequest.post("https://hooks.example.com/sms").form("From", "+15005550006", "Body", "hola");
 * request.parameters().first("Body");
 * }</pre>
 */
public final class WebhookRequest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] EMPTY = {};

    private final String method;
    private final String url;
    private final String path;
    private final Headers headers;
    private final byte[] body;
    private final Map<String, String> pathVariables;

    // Parsed when first asked for: a request that is refused for its signature is never parsed.
    private @Nullable Parameters query;
    private @Nullable Parameters form;

    private WebhookRequest(
            String method, String url, String path, Headers headers, byte[] body, Map<String, String> pathVariables) {
        this.method = method;
        this.url = url;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.pathVariables = pathVariables;
    }

    /**
     * A request as an adapter received it.
     *
     * @param method the HTTP method
     * @param url the absolute URL as the sender saw it, its percent-encoding untouched
     * @param headers all headers
     * @param body the raw body
     */
    public static WebhookRequest of(String method, String url, Headers headers, byte[] body) {
        return new WebhookRequest(method.toUpperCase(Locale.ROOT), url, pathOf(url), headers, body.clone(), Map.of());
    }

    /** A GET of this URL. */
    public static WebhookRequest get(String url) {
        return of("GET", url, Headers.none(), EMPTY);
    }

    /** A POST to this URL, as yet without a body. */
    public static WebhookRequest post(String url) {
        return of("POST", url, Headers.none(), EMPTY);
    }

    /** This request with a form as its body, from names and values in turn. */
    public WebhookRequest form(String... namesAndValues) {
        return body(FORM, UrlEncoding.encode(Parameters.of(namesAndValues)));
    }

    /** This request with another body. */
    public WebhookRequest body(String contentType, byte[] newBody) {
        return new WebhookRequest(
                method, url, path, headers.with("Content-Type", contentType), newBody.clone(), pathVariables);
    }

    /** This request with one header more. */
    public WebhookRequest header(String name, String value) {
        return new WebhookRequest(method, url, path, headers.and(name, value), body, pathVariables);
    }

    /**
     * This request as its sender saw it, where a proxy stands between: another URL. The path that it is routed by stays.
     */
    public WebhookRequest seenAs(String publicUrl) {
        return new WebhookRequest(method, publicUrl, path, headers, body, pathVariables);
    }

    WebhookRequest withPathVariables(Map<String, String> variables) {
        return variables.isEmpty() ? this : new WebhookRequest(method, url, path, headers, body, Map.copyOf(variables));
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** The absolute URL as its sender saw it, with its query, its percent-encoding as it was sent. */
    public String url() {
        return url;
    }

    /** The path that the request is routed by, its percent-encoding as it was sent. */
    public String path() {
        return path;
    }

    /** A part of the path that the route's template gives a name, decoded. */
    public String pathVariable(String name) {
        String value = pathVariables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The route has no {" + name + "} in its template, only " + pathVariables.keySet());
        }
        return value;
    }

    /** All headers. */
    public Headers headers() {
        return headers;
    }

    /** The first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** A copy of the raw body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8 text. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the body is a form. */
    public boolean hasForm() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase(FORM))
                .orElse(false);
    }

    /**
     * The parameters of the URL's query.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters queryParameters() {
        Parameters parsed = query;
        if (parsed == null) {
            parsed = UrlEncoding.decode(queryOf(url).getBytes(StandardCharsets.UTF_8));
            query = parsed;
        }
        return parsed;
    }

    /**
     * The parameters of the form in the body; none if it is no form.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters formParameters() {
        Parameters parsed = form;
        if (parsed == null) {
            parsed = hasForm() ? UrlEncoding.decode(body) : Parameters.none();
            form = parsed;
        }
        return parsed;
    }

    /**
     * The parameters of the query and then those of the form.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters parameters() {
        return queryParameters().and(formParameters());
    }

    /** Method and path; the query may tell whom it is about. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String pathOf(String url) {
        int scheme = url.indexOf("://");
        if (scheme <= 0) {
            throw new IllegalArgumentException(
                    "A request needs an absolute URL, such as https://hooks.example.com/sms");
        }
        int end = endOfPath(url);
        int slash = url.indexOf('/', scheme + 3);
        return slash < 0 || slash >= end ? "/" : url.substring(slash, end);
    }

    private static int endOfPath(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static String queryOf(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return "";
        }
        int fragment = url.indexOf('#', mark);
        return fragment < 0 ? url.substring(mark + 1) : url.substring(mark + 1, fragment);
    }
}
