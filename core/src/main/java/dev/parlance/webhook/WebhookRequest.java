package dev.parlance.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A received webhook: the URL as the sender saw it, the headers and the raw body. Immutable. Reading it never uses it up.
 *
 * <pre>{@code
 * WebhookRequest request = WebhookRequest.post("https://hooks.example.com/sms")
 *         .withForm("From", "+15005550006", "Body", "hola");
 * Optional<String> body = request.parameters().first("Body");
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
    private final LazyParameters query;
    private final LazyParameters form;
    private final Metadata metadata;

    /** What is known about the request beyond what was sent. */
    private record Metadata(
            Map<String, String> pathVariables,
            @Nullable String remoteAddress,
            @Nullable String signer,
            boolean repeated) {
        static final Metadata NONE = new Metadata(Map.of(), null, null, false);
    }

    private WebhookRequest(
            String method,
            String url,
            String path,
            Headers headers,
            byte[] body,
            LazyParameters query,
            LazyParameters form,
            Metadata metadata) {
        this.method = method;
        this.url = url;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.query = query;
        this.form = form;
        this.metadata = metadata;
    }

    /**
     * Creates a request, for adapters.
     *
     * @param method the HTTP method
     * @param url the absolute URL as the sender saw it, with its original percent-encoding
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
                Metadata.NONE);
    }

    /** A GET request to this URL. */
    public static WebhookRequest get(String url) {
        return of("GET", url, Headers.none(), EMPTY);
    }

    /** A POST request to this URL, without a body. */
    public static WebhookRequest post(String url) {
        return of("POST", url, Headers.none(), EMPTY);
    }

    /** A copy with a form as its body, from names and values in turn. */
    public WebhookRequest withForm(String... namesAndValues) {
        return withBody(FORM, FormEncoder.encode(Parameters.of(namesAndValues)));
    }

    /** A copy with another body. */
    public WebhookRequest withBody(String contentType, byte[] newBody) {
        return with(headers.with("Content-Type", contentType), newBody.clone());
    }

    /** A copy with an additional header. */
    public WebhookRequest withHeader(String name, String value) {
        return with(headers.withAdded(name, value), body);
    }

    /** A copy with this body. The array is not copied, so it must not change. */
    WebhookRequest withBody(byte[] newBody) {
        return with(headers, newBody);
    }

    private WebhookRequest with(Headers newHeaders, byte[] newBody) {
        return new WebhookRequest(method, url, path, newHeaders, newBody, query, formOf(newHeaders, newBody), metadata);
    }

    /**
     * A copy with another URL: the one that the sender saw, in front of a proxy. The path for routing stays the same.
     */
    public WebhookRequest withUrl(String publicUrl) {
        return new WebhookRequest(method, publicUrl, path, headers, body, queryOf(publicUrl), form, metadata);
    }

    /** A copy with the IP address of the peer: the sender or the last proxy. */
    public WebhookRequest withRemoteAddress(String remoteAddress) {
        return with(new Metadata(metadata.pathVariables, remoteAddress, metadata.signer, metadata.repeated));
    }

    /** A copy that is marked as probably repeated. */
    public WebhookRequest withRepeated() {
        return with(new Metadata(metadata.pathVariables, metadata.remoteAddress, metadata.signer, true));
    }

    /** A copy with the account or key that signed the request. */
    public WebhookRequest withSigner(String signer) {
        return with(new Metadata(metadata.pathVariables, metadata.remoteAddress, signer, metadata.repeated));
    }

    WebhookRequest withPathVariables(Map<String, String> variables) {
        return variables.isEmpty()
                ? this
                : with(new Metadata(Map.copyOf(variables), metadata.remoteAddress, metadata.signer, metadata.repeated));
    }

    private WebhookRequest with(Metadata newMetadata) {
        return new WebhookRequest(method, url, path, headers, body, query, form, newMetadata);
    }

    /** The HTTP method in capitals. */
    public String method() {
        return method;
    }

    /** The absolute URL as the sender saw it, with its query and its original percent-encoding. */
    public String url() {
        return url;
    }

    /** The path for routing, with its original percent-encoding. */
    public String path() {
        return path;
    }

    /** The decoded value of a variable in the route's template. */
    public String pathVariable(String name) {
        String value = metadata.pathVariables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The route's template has no variable {" + name + "}, only " + metadata.pathVariables.keySet());
        }
        return value;
    }

    /** All headers. */
    public Headers headers() {
        return headers;
    }

    /** The first value of a header. The name ignores case. */
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

    /** The length of the body in bytes. */
    public int bodyLength() {
        return body.length;
    }

    /** The IP address of the peer: the sender or the last proxy. Empty if unknown. */
    public Optional<String> remoteAddress() {
        return Optional.ofNullable(metadata.remoteAddress);
    }

    /**
     * Whether the request has probably arrived before. Treat it as a hint for logs and shortcuts, not as proof. If something must
     * not happen twice, keep your own record of it.
     */
    public boolean isRepeated() {
        return metadata.repeated;
    }

    /**
     * The account or key whose secret signed this request, if each signer has separate secrets. Empty if nothing verified the
     * signature, or if all signers share a secret. Use it, not a parameter, to choose whose data to read or change.
     */
    public Optional<String> signer() {
        return Optional.ofNullable(metadata.signer);
    }

    /** Whether the body is a form. */
    public boolean hasForm() {
        return form != LazyParameters.NONE;
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
     * The parameters of the form in the body; none if the body is not a form.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters formParameters() {
        return form.get();
    }

    /**
     * The parameters of the query, followed by those of the form.
     *
     * @throws WebhookException if they are malformed: a 400 that names the parameter
     */
    public Parameters parameters() {
        return queryParameters().and(formParameters());
    }

    /** Method and path. The query can contain personal data, so it is left out. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String pathOf(String url) {
        int scheme = url.indexOf("://");
        if (scheme <= 0) {
            throw new IllegalArgumentException(
                    "A request needs an absolute URL, for example https://hooks.example.com/sms");
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

    private static LazyParameters queryOf(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return LazyParameters.NONE;
        }
        int fragment = url.indexOf('#', mark);
        String query = fragment < 0 ? url.substring(mark + 1) : url.substring(mark + 1, fragment);
        return new LazyParameters(query.getBytes(StandardCharsets.UTF_8));
    }

    private static LazyParameters formOf(Headers headers, byte[] body) {
        return isForm(headers) ? new LazyParameters(body) : LazyParameters.NONE;
    }

    private static boolean isForm(Headers headers) {
        String type = headers.first("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(FORM);
    }
}
