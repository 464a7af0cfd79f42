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
    private final LateParameters query;
    private final LateParameters form;
    private final Found found;

    /** What is known of the request beyond what was sent. */
    private record Found(
            Map<String, String> pathVariables,
            @Nullable String remoteAddress,
            @Nullable String signer,
            boolean repeated) {
        static final Found NOTHING = new Found(Map.of(), null, null, false);
    }

    private WebhookRequest(
            String method,
            String url,
            String path,
            Headers headers,
            byte[] body,
            LateParameters query,
            LateParameters form,
            Found found) {
        this.method = method;
        this.url = url;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.query = query;
        this.form = form;
        this.found = found;
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
        byte[] bytes = body.clone();
        return new WebhookRequest(
                method.toUpperCase(Locale.ROOT),
                url,
                pathOf(url),
                headers,
                bytes,
                queryOf(url),
                formOf(headers, bytes),
                Found.NOTHING);
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
        return body(FORM, FormEncoder.encode(Parameters.of(namesAndValues)));
    }

    /** This request with another body. */
    public WebhookRequest body(String contentType, byte[] newBody) {
        return with(headers.with("Content-Type", contentType), newBody.clone());
    }

    /** This request with one header more. */
    public WebhookRequest header(String name, String value) {
        return with(headers.and(name, value), body);
    }

    /** This request with its body, which nobody else changes. */
    WebhookRequest withBody(byte[] newBody) {
        return with(headers, newBody);
    }

    private WebhookRequest with(Headers newHeaders, byte[] newBody) {
        return new WebhookRequest(method, url, path, newHeaders, newBody, query, formOf(newHeaders, newBody), found);
    }

    /**
     * This request as its sender saw it, where a proxy stands between: another URL. The path that it is routed by stays.
     */
    public WebhookRequest seenAs(String publicUrl) {
        return new WebhookRequest(method, publicUrl, path, headers, body, queryOf(publicUrl), form, found);
    }

    /** This request as it came from the address of whoever opened the connection: the sender, or the last proxy. */
    public WebhookRequest from(String remoteAddress) {
        return with(new Found(found.pathVariables, remoteAddress, found.signer, found.repeated));
    }

    /** This request with the mark that it seems to have come before. */
    public WebhookRequest markedAsRepeated() {
        return with(new Found(found.pathVariables, found.remoteAddress, found.signer, true));
    }

    /** This request with the account or key that was found to have signed it. */
    public WebhookRequest signedBy(String signer) {
        return with(new Found(found.pathVariables, found.remoteAddress, signer, found.repeated));
    }

    WebhookRequest withPathVariables(Map<String, String> variables) {
        return variables.isEmpty()
                ? this
                : with(new Found(Map.copyOf(variables), found.remoteAddress, found.signer, found.repeated));
    }

    private WebhookRequest with(Found newFound) {
        return new WebhookRequest(method, url, path, headers, body, query, form, newFound);
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
        String value = found.pathVariables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The route has no {" + name + "} in its template, only " + found.pathVariables.keySet());
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

    /** How many bytes the body has. */
    public int bodyLength() {
        return body.length;
    }

    /** The IP address of whoever opened the connection: the sender, or the last proxy; empty where none is known. */
    public Optional<String> remoteAddress() {
        return Optional.ofNullable(found.remoteAddress);
    }

    /**
     * Whether it seems to have come before. A hint for logs and short cuts, no proof: who must not do a thing twice
     * remembers what he did.
     */
    public boolean isRepeated() {
        return found.repeated;
    }

    /**
     * The account or key whose secret signed this request, where each signer has its own secrets. Empty where nobody checked
     * the signature, or where one secret serves all. Use it, and not a parameter, to choose whose data is read or changed.
     */
    public Optional<String> signer() {
        return Optional.ofNullable(found.signer);
    }

    /** Whether the body is a form. */
    public boolean hasForm() {
        return form != LateParameters.NONE;
    }

    /**
     * The parameters of the URL's query.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters queryParameters() {
        return query.get();
    }

    /**
     * The parameters of the form in the body; none if it is no form.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters formParameters() {
        return form.get();
    }

    /**
     * The text that Twilio signs, in UTF-8: a URL, then the name and value of each parameter of the form, sorted by name in the
     * order of their characters' codes. A name that is repeated has its values sorted, each of them once.
     *
     * @throws WebhookException if the form is malformed: a 400 that names the parameter
     */
    public byte[] signedText(String signedUrl) {
        return form.decoded().sortedBehind(signedUrl);
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

    private static LateParameters queryOf(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return LateParameters.NONE;
        }
        int fragment = url.indexOf('#', mark);
        String query = fragment < 0 ? url.substring(mark + 1) : url.substring(mark + 1, fragment);
        return new LateParameters(query.getBytes(StandardCharsets.UTF_8));
    }

    private static LateParameters formOf(Headers headers, byte[] body) {
        return isForm(headers) ? new LateParameters(body) : LateParameters.NONE;
    }

    private static boolean isForm(Headers headers) {
        String type = headers.first("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(FORM);
    }
}
