package dev.parlance.security;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes only requests with a valid signature to a handler.
 *
 * <pre>{@code
 * WebhookHandler safe = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
 *         .withPublicUrl(URI.create("https://hooks.example.com"))
 *         .handler(router);
 * WebhookServer.start(8080, safe);
 * }</pre>
 *
 * <p>A refused sender gets only a status code. The reason goes to the log, without secrets, signatures or values.
 *
 * <p>A request with the wrong method or headers is refused before its body is read. The server limits how long a sender may take
 * to send a body: {@link dev.parlance.webhook.ServerLimits#receiveTimeout} here, a minimum data rate in a servlet container.
 *
 * <p>Immutable and thread-safe.
 */
public final class SignedWebhooks {
    private static final Logger LOG = System.getLogger(SignedWebhooks.class.getName());

    private static final String CONTENT_TYPE = "Content-Type";
    private static final Pattern FORM_IN_UTF8 =
            Pattern.compile("(?i)[^;]*+(?:;\\s*charset=(?:utf-?8|\"utf-?8\")\\s*)?;?\\s*");

    private final WebhookSignature signature;
    private final Settings settings;

    /** Mutable only while a new {@link SignedWebhooks} is created. */
    private static final class Settings {
        Set<String> methods = Set.of("POST");
        Set<String> contentTypes = Set.of();
        int bodyLimit = 1 << 20;
        PublicUrl publicUrl = PublicUrl.AS_IT_ARRIVES;

        @Nullable
        Credentials credentials;

        ReplayGuard replays = ReplayGuard.marking();
        List<SignatureListener> listeners = List.of();
        boolean diagnosing;

        Settings copy() {
            Settings copy = new Settings();
            copy.methods = methods;
            copy.contentTypes = contentTypes;
            copy.bodyLimit = bodyLimit;
            copy.publicUrl = publicUrl;
            copy.credentials = credentials;
            copy.replays = replays;
            copy.listeners = listeners;
            copy.diagnosing = diagnosing;
            return copy;
        }
    }

    private SignedWebhooks(WebhookSignature signature, Settings settings) {
        this.signature = signature;
        this.settings = settings;
    }

    private SignedWebhooks with(Consumer<Settings> change) {
        Settings changed = settings.copy();
        change.accept(changed);
        return new SignedWebhooks(signature, changed);
    }

    /** Checks this signature, for the URL as it arrives. Set {@link #withPublicUrl} or {@link #withTrustedProxies} behind a proxy. */
    public static SignedWebhooks verifiedBy(WebhookSignature signature) {
        return new SignedWebhooks(SecretChecks.present(signature, "The signature"), new Settings());
    }

    /**
     * Sets the base URL that the sender uses: {@code https://hooks.example.com}, or with the prefix that a proxy removes,
     * {@code https://api.example.com/Prod}. The most reliable way behind any proxy.
     *
     * @throws IllegalArgumentException if this is no base URL, or {@link #withTrustedProxies} is set
     */
    public SignedWebhooks withPublicUrl(URI base) {
        if (settings.publicUrl instanceof ForwardedUrl) {
            throw urlSetTwice();
        }
        PublicUrl url = PublicUrl.below(SecretChecks.present(base, "The public URL"));
        return with(settings -> settings.publicUrl = url);
    }

    /**
     * Sets the base URL that the sender uses, if it is known only at run time, as that of a tunnel is.
     *
     * @param base supplies the base URL for each request, so it must be fast
     * @throws IllegalArgumentException if {@link #withTrustedProxies} is set
     */
    public SignedWebhooks withPublicUrl(Supplier<URI> base) {
        if (settings.publicUrl instanceof ForwardedUrl) {
            throw urlSetTwice();
        }
        Supplier<URI> url = SecretChecks.present(base, "The supplier of the public URL");
        return with(settings ->
                settings.publicUrl = request -> PublicUrl.below(url.get()).of(request));
    }

    /**
     * Takes the URL from the headers of these proxies. Headers from other addresses are ignored.
     *
     * @throws IllegalArgumentException if a range covers everyone, or {@link #withPublicUrl} is set
     */
    public SignedWebhooks withTrustedProxies(TrustedProxies proxies) {
        TrustedProxies checked =
                SecretChecks.present(proxies, "The list of proxies").limited();
        boolean hasPublicUrl =
                !settings.publicUrl.equals(PublicUrl.AS_IT_ARRIVES) && !(settings.publicUrl instanceof ForwardedUrl);
        if (hasPublicUrl) {
            throw urlSetTwice();
        }
        return with(settings -> settings.publicUrl = new ForwardedUrl(checked));
    }

    private static IllegalArgumentException urlSetTwice() {
        return new IllegalArgumentException("Set either withPublicUrl or withTrustedProxies, not both");
    }

    /** Requires credentials in addition to the signature. Requests without them get a 401 with a challenge. */
    public SignedWebhooks withCredentials(Credentials credentials) {
        Credentials login = SecretChecks.present(credentials, "The login");
        return with(settings -> settings.credentials = login);
    }

    /** Sets how repeats are handled. Default: {@link ReplayGuard#marking}. */
    public SignedWebhooks withReplayGuard(ReplayGuard guard) {
        ReplayGuard replays = SecretChecks.present(guard, "The guard");
        return with(settings -> settings.replays = replays);
    }

    /**
     * Allows only these methods; others get a 405. Default: {@code POST}. Twilio does not sign the method, so allow
     * {@code GET} only if a webhook is configured to use it: {@code withMethods("GET", "POST")}. WebSockets also start with a
     * {@code GET}.
     */
    public SignedWebhooks withMethods(String... methods) {
        if (methods.length == 0) {
            throw new IllegalArgumentException("Name at least one allowed method, such as \"POST\"");
        }
        Set<String> allowed = Stream.of(methods)
                .map(method -> SecretChecks.present(method, "The method").toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return with(settings -> settings.methods = allowed);
    }

    /** Allows only these content types, such as {@code application/json}; others get a 415. Default: any. */
    public SignedWebhooks withContentTypes(String... types) {
        Set<String> allowed = Stream.of(types)
                .map(type -> SecretChecks.present(type, "The content type").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return with(settings -> settings.contentTypes = allowed);
    }

    /** Sets the maximum body size in bytes; larger bodies get a 413. Default: 1 MiB. */
    public SignedWebhooks withBodyLimit(int bytes) {
        if (bytes < 0 || bytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The body limit must be between 0 and 2,147,483,646 bytes, not " + bytes);
        }
        return with(settings -> settings.bodyLimit = bytes);
    }

    /** The maximum body size in bytes. */
    public int bodyLimit() {
        return settings.bodyLimit;
    }

    /** Adds a listener that is notified of every checked request. */
    public SignedWebhooks withListener(SignatureListener listener) {
        SignatureListener added = SecretChecks.present(listener, "The listener");
        List<SignatureListener> all =
                Stream.concat(settings.listeners.stream(), Stream.of(added)).toList();
        return with(settings -> settings.listeners = all);
    }

    /**
     * When a signature does not match, tries the URLs that the headers suggest, and logs which one would have matched and what
     * to set. Use it to find a problem behind a proxy, not permanently: a forged request then costs a hundred times as much.
     * Verdicts stay the same.
     */
    public SignedWebhooks withDiagnosis() {
        return with(settings -> settings.diagnosing = true);
    }

    /**
     * Wraps a handler so that it gets only signed requests; the rest are refused. A server that asks {@link
     * WebhookHandler#refusal} first, as {@link dev.parlance.webhook.WebhookServer} does, never reads the body of a request that
     * can't be signed.
     */
    public WebhookHandler handler(WebhookHandler handler) {
        return new SignedHandler(this, handler);
    }

    /**
     * Refuses a request by its method and headers alone: a method or content type that is not allowed, or no signature. For
     * servers that see the headers first, so that an unsigned sender can't make them wait for a slow body.
     *
     * @param head the request without its body
     * @return the refusal; empty if the body must be read and the whole request {@linkplain #check checked}
     */
    public Optional<CheckResult> checkHead(WebhookRequest head) {
        if (notAdmitted(head).isEmpty() && signature.mayBeSigned(head.headers())) {
            return Optional.empty();
        }
        return Optional.of(check(head)).filter(result -> !result.isAccepted());
    }

    /** Checks a request. For frameworks that use neither {@link WebhookHandler} nor servlets. */
    public CheckResult check(WebhookRequest request) {
        Optional<Verdict> notAdmitted = notAdmitted(request);
        if (notAdmitted.isPresent()) {
            return refused(request, notAdmitted.get());
        }
        WebhookRequest seen = request.withUrl(settings.publicUrl.of(request));
        if (settings.credentials != null && !settings.credentials.accepts(seen)) {
            return refused(
                    seen, Verdict.refused(Refusal.WRONG_CREDENTIALS, "The required credentials are missing or wrong."));
        }
        Verdict verdict = signature.verify(seen);
        return verdict.isAccepted() ? accepted(seen, verdict) : refused(seen, diagnosed(request, seen, verdict));
    }

    /** Refuses a request that could not be read, such as one whose body is too large. Logs it and notifies the listeners. */
    public CheckResult refuse(WebhookRequest request, Refusal refusal, String detail) {
        return refused(request, Verdict.refused(refusal, detail));
    }

    private Optional<Verdict> notAdmitted(WebhookRequest request) {
        if (!settings.methods.contains(request.method())) {
            return Optional.of(Verdict.refused(
                    Refusal.METHOD_NOT_ALLOWED,
                    "Allowed methods: " + settings.methods
                            + ". To allow more, list them: methods(\"GET\", \"POST\")."));
        }
        if (request.bodyLength() > settings.bodyLimit) {
            return Optional.of(Verdict.refused(Refusal.TOO_LARGE, "The limit is " + settings.bodyLimit + " bytes."));
        }
        boolean hasType =
                request.bodyLength() > 0 || request.header(CONTENT_TYPE).isPresent();
        if (!settings.contentTypes.isEmpty() && hasType && !settings.contentTypes.contains(type(request))) {
            return Optional.of(Verdict.refused(
                    Refusal.CONTENT_TYPE_NOT_ALLOWED, "Allowed content types: " + settings.contentTypes + "."));
        }
        if (request.hasForm() && !isFormInUtf8(request)) {
            return Optional.of(Verdict.refused(
                    Refusal.CONTENT_TYPE_NOT_ALLOWED,
                    "A form must be in UTF-8, and its Content-Type must not name another charset."));
        }
        return Optional.empty();
    }

    /** The Content-Type is not signed: with another charset, the handler would see a different form than the check did. */
    private static boolean isFormInUtf8(WebhookRequest request) {
        List<String> types = request.headers().all(CONTENT_TYPE);
        return types.size() == 1 && FORM_IN_UTF8.matcher(types.get(0)).matches();
    }

    private static String type(WebhookRequest request) {
        String type = request.header(CONTENT_TYPE).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private CheckResult accepted(WebhookRequest request, Verdict verdict) {
        ReplayGuard replays = settings.replays;
        Delivery delivery = Delivery.of(request, verdict);
        ReplayGuard.Finding finding = replays.find(delivery);
        if (finding == ReplayGuard.Finding.REFUSED) {
            return refused(request, Verdict.refused(Refusal.REPEATED, "The request is a repeat."));
        }
        if (finding == ReplayGuard.Finding.ALTERED) {
            LOG.log(
                    Level.WARNING,
                    () -> "Passed on " + request
                            + ", marked as repeated: its signature was seen before with other parameters.");
        }
        report(request, verdict);
        WebhookRequest signed = verdict.signer().map(request::withSigner).orElse(request);
        return new CheckResult(
                finding == ReplayGuard.Finding.NEW ? signed : signed.withRepeated(),
                verdict,
                WebhookResponse.noContent(),
                finding == ReplayGuard.Finding.REPEATED ? () -> {} : () -> replays.forget(delivery));
    }

    private Verdict diagnosed(WebhookRequest request, WebhookRequest seen, Verdict verdict) {
        boolean mayBeTheUrl =
                verdict.refusal().filter(Refusal.WRONG_SIGNATURE::equals).isPresent();
        String detail = settings.diagnosing && mayBeTheUrl
                ? Diagnosis.of(signature, request, seen)
                : verdict.detail() + " It was checked as " + Diagnosis.shown(seen.url()) + ".";
        return Verdict.refused(verdict.refusal().orElseThrow(), detail);
    }

    private CheckResult refused(WebhookRequest request, Verdict verdict) {
        report(request, verdict);
        WebhookResponse response = WebhookResponse.noContent()
                .withStatus(verdict.refusal().map(Refusal::status).orElse(403));
        for (String challenge : challenges(verdict)) {
            response = response.withHeader("WWW-Authenticate", challenge);
        }
        if (verdict.refusal().filter(Refusal.METHOD_NOT_ALLOWED::equals).isPresent()) {
            response = response.withHeader("Allow", String.join(", ", new TreeSet<>(settings.methods)));
        }
        return new CheckResult(request, verdict, response, () -> {});
    }

    private List<String> challenges(Verdict verdict) {
        boolean needsChallenge =
                verdict.refusal().filter(Refusal.WRONG_CREDENTIALS::equals).isPresent();
        return needsChallenge && settings.credentials != null ? settings.credentials.challenges() : List.of();
    }

    private void report(WebhookRequest request, Verdict verdict) {
        if (!verdict.isAccepted()) {
            LOG.log(Level.WARNING, () -> "Refused " + request + ": " + verdict);
        }
        for (SignatureListener listener : settings.listeners) {
            try {
                listener.checked(request, verdict);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A signature listener failed", e);
            }
        }
    }
}
