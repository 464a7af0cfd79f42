package dev.parlance.security;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets through to a handler what its sender signed, and nothing else.
 *
 * <pre>{@code
 * WebhookHandler safe = Signed.by(TwilioSignature.withToken(token))
 *         .publicUrl("https://hooks.example.com")
 *         .handler(router);
 * WebhookServer.start(8080, safe);
 * }</pre>
 *
 * <p>Whoever is refused gets a bare status; the reason goes to the log, which names no secret, no signature and no value.
 *
 * <p>A request that its method and headers already rule out is refused before its body is read. How long a sender may take for a
 * body is the server's to bound: {@link dev.parlance.webhook.ServerLimits#receive} here, and a least data rate in a servlet
 * container.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class Signed {
    private static final Logger LOG = System.getLogger(Signed.class.getName());

    private static final String CONTENT_TYPE = "Content-Type";
    private static final Pattern FORM_IN_UTF8 =
            Pattern.compile("(?i)[^;]*+(?:;\\s*charset=(?:utf-?8|\"utf-?8\")\\s*)?;?\\s*");

    private final WebhookSignature signature;
    private final Settings settings;

    /** Changed only while a new {@link Signed} is made. */
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

    private Signed(WebhookSignature signature, Settings settings) {
        this.signature = signature;
        this.settings = settings;
    }

    private Signed with(Consumer<Settings> change) {
        Settings changed = settings.copy();
        change.accept(changed);
        return new Signed(signature, changed);
    }

    /** Requests signed like this; the URL is taken as it arrives, until {@link #publicUrl} or {@link #behind} say more. */
    public static Signed by(WebhookSignature signature) {
        return new Signed(SecretChecks.present(signature, "The signature"), new Settings());
    }

    /**
     * The sender finds this application below this URL: {@code https://hooks.example.com}, or with the prefix that a proxy
     * takes away, {@code https://api.example.com/Prod}. The surest way behind any proxy.
     *
     * @throws IllegalArgumentException if this is not a URL, or {@link #behind} is set
     */
    public Signed publicUrl(String base) {
        if (settings.publicUrl instanceof ForwardedUrl) {
            throw urlSetTwice();
        }
        PublicUrl url = PublicUrl.below(SecretChecks.present(base, "The public URL"));
        return with(settings -> settings.publicUrl = url);
    }

    /**
     * The URL is as these proxies tell it by their headers; anyone else's headers are ignored.
     *
     * @throws IllegalArgumentException if the proxies are everyone, or {@link #publicUrl} is set
     */
    public Signed behind(TrustedProxies proxies) {
        TrustedProxies few =
                SecretChecks.present(proxies, "The list of proxies").thatAreFew();
        boolean hasPublicUrl =
                !settings.publicUrl.equals(PublicUrl.AS_IT_ARRIVES) && !(settings.publicUrl instanceof ForwardedUrl);
        if (hasPublicUrl) {
            throw urlSetTwice();
        }
        return with(settings -> settings.publicUrl = new ForwardedUrl(few));
    }

    private static IllegalArgumentException urlSetTwice() {
        return new IllegalArgumentException(
                "The URL is either publicUrl or what the proxies of behind say: set one of the two");
    }

    /** The sender has to show credentials besides; without them he gets a 401 that asks for them. */
    public Signed credentials(Credentials credentials) {
        Credentials login = SecretChecks.present(credentials, "The login");
        return with(settings -> settings.credentials = login);
    }

    /** What becomes of repeats; they are marked and passed on unless it is told. */
    public Signed replays(ReplayGuard guard) {
        ReplayGuard replays = SecretChecks.present(guard, "The guard");
        return with(settings -> settings.replays = replays);
    }

    /**
     * Only these methods; others get a 405. Default: {@code POST} alone. Twilio does not sign the method, so answer
     * {@code GET} only where a webhook is configured to come by it: {@code methods("GET", "POST")}. A WebSocket begins with a
     * {@code GET}, too.
     */
    public Signed methods(String... methods) {
        if (methods.length == 0) {
            throw new IllegalArgumentException("Name the methods that are allowed, such as \"POST\"");
        }
        Set<String> allowed = Stream.of(methods)
                .map(method -> SecretChecks.present(method, "The method").toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return with(settings -> settings.methods = allowed);
    }

    /** Only these content types, such as {@code application/json}; others get a 415. Default: any. */
    public Signed contentTypes(String... types) {
        Set<String> allowed = Stream.of(types)
                .map(type -> SecretChecks.present(type, "The content type").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return with(settings -> settings.contentTypes = allowed);
    }

    /** Only bodies of at most so many bytes, 1 MiB unless it is told; larger ones get a 413. */
    public Signed bodyLimit(int bytes) {
        if (bytes < 0 || bytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A limit is from zero to two billion bytes, not " + bytes);
        }
        return with(settings -> settings.bodyLimit = bytes);
    }

    /** The largest body that is let through, in bytes: nothing needs to read more. */
    public int bodyLimit() {
        return settings.bodyLimit;
    }

    /** Tells this listener too of every request that is checked. */
    public Signed listener(SignatureListener listener) {
        SignatureListener one = SecretChecks.present(listener, "The listener");
        List<SignatureListener> all =
                Stream.concat(settings.listeners.stream(), Stream.of(one)).toList();
        return with(settings -> settings.listeners = all);
    }

    /**
     * When a signature does not match, tries the URLs that the headers suggest, and logs the one that would have matched and
     * what to set. For finding out what is wrong behind a proxy, not for every day: a forged request costs a hundred times
     * as much. It changes no verdict.
     */
    public Signed diagnosing() {
        return with(settings -> settings.diagnosing = true);
    }

    /**
     * A handler that answers what is signed by this one, and refuses the rest. A server that asks {@link
     * WebhookHandler#refusal} first, as {@link dev.parlance.webhook.WebhookServer} does, reads no body that can't be signed.
     */
    public WebhookHandler handler(WebhookHandler handler) {
        return new SignedHandler(this, handler);
    }

    /**
     * Refuses what method and headers rule out, for servers that see them before they read the body: another method or content
     * type, or no signature. A sender without the secret then can't make a server wait for a slow body.
     *
     * @param head the request, as yet without its body
     * @return the refusal; empty if the body has to be read and the whole request has to be {@linkplain #check checked}
     */
    public Optional<Checked> refusedByHead(WebhookRequest head) {
        if (notAdmitted(head).isEmpty() && signature.mayBeSigned(head.headers())) {
            return Optional.empty();
        }
        return Optional.of(check(head)).filter(checked -> !checked.isAccepted());
    }

    /** Checks a request, for frameworks that are neither a {@link WebhookHandler} nor a servlet container. */
    public Checked check(WebhookRequest request) {
        Optional<Verdict> notAdmitted = notAdmitted(request);
        if (notAdmitted.isPresent()) {
            return refused(request, notAdmitted.get());
        }
        WebhookRequest seen = request.seenAs(settings.publicUrl.of(request));
        if (settings.credentials != null && !settings.credentials.areShownBy(seen)) {
            return refused(
                    seen, Verdict.refused(Refusal.WRONG_CREDENTIALS, "The sender did not show his credentials."));
        }
        Verdict verdict = signature.verify(seen);
        return verdict.isAccepted() ? accepted(seen, verdict) : refused(seen, diagnosed(request, seen, verdict));
    }

    /** Refuses a request that could not even be read, such as one with too large a body; log and listeners hear of it. */
    public Checked refuse(WebhookRequest request, Refusal refusal, String detail) {
        return refused(request, Verdict.refused(refusal, detail));
    }

    private Optional<Verdict> notAdmitted(WebhookRequest request) {
        if (!settings.methods.contains(request.method())) {
            return Optional.of(Verdict.refused(
                    Refusal.METHOD_NOT_ALLOWED,
                    "Allowed are " + settings.methods + ". To answer others, name them: methods(\"GET\", \"POST\")."));
        }
        if (request.bodyLength() > settings.bodyLimit) {
            return Optional.of(Verdict.refused(Refusal.TOO_LARGE, "The limit is " + settings.bodyLimit + " bytes."));
        }
        boolean hasType =
                request.bodyLength() > 0 || request.header(CONTENT_TYPE).isPresent();
        if (!settings.contentTypes.isEmpty() && hasType && !settings.contentTypes.contains(type(request))) {
            return Optional.of(
                    Verdict.refused(Refusal.CONTENT_TYPE_NOT_ALLOWED, "Allowed are " + settings.contentTypes + "."));
        }
        if (request.hasForm() && !isFormInUtf8(request)) {
            return Optional.of(Verdict.refused(
                    Refusal.CONTENT_TYPE_NOT_ALLOWED,
                    "A form has to be in UTF-8, and its Content-Type to say no other."));
        }
        return Optional.empty();
    }

    /** Nobody signs the Content-Type: with another charset, a handler would read another form than the one that was checked. */
    private static boolean isFormInUtf8(WebhookRequest request) {
        List<String> types = request.headers().all(CONTENT_TYPE);
        return types.size() == 1 && FORM_IN_UTF8.matcher(types.get(0)).matches();
    }

    private static String type(WebhookRequest request) {
        String type = request.header(CONTENT_TYPE).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private Checked accepted(WebhookRequest request, Verdict verdict) {
        ReplayGuard replays = settings.replays;
        Delivery delivery = Delivery.of(request, verdict);
        ReplayGuard.Finding finding = replays.find(delivery);
        if (finding == ReplayGuard.Finding.REFUSED) {
            return refused(request, Verdict.refused(Refusal.REPEATED, "It came before."));
        }
        if (finding == ReplayGuard.Finding.ALTERED) {
            LOG.log(
                    Level.WARNING,
                    () -> "Passed on " + request
                            + ", marked as repeated: its signature came before with other parameters.");
        }
        tell(request, verdict);
        WebhookRequest signed = verdict.signer().map(request::signedBy).orElse(request);
        return new Checked(
                finding == ReplayGuard.Finding.NEW ? signed : signed.markedAsRepeated(),
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

    private Checked refused(WebhookRequest request, Verdict verdict) {
        tell(request, verdict);
        WebhookResponse response = WebhookResponse.noContent()
                .withStatus(verdict.refusal().map(Refusal::status).orElse(403));
        for (String challenge : challenges(verdict)) {
            response = response.withHeader("WWW-Authenticate", challenge);
        }
        if (verdict.refusal().filter(Refusal.METHOD_NOT_ALLOWED::equals).isPresent()) {
            response = response.withHeader("Allow", String.join(", ", new TreeSet<>(settings.methods)));
        }
        return new Checked(request, verdict, response, () -> {});
    }

    private List<String> challenges(Verdict verdict) {
        boolean asks =
                verdict.refusal().filter(Refusal.WRONG_CREDENTIALS::equals).isPresent();
        return asks && settings.credentials != null ? settings.credentials.challenges() : List.of();
    }

    private void tell(WebhookRequest request, Verdict verdict) {
        if (!verdict.isAccepted()) {
            LOG.log(Level.WARNING, () -> "Refused " + request + ": " + verdict);
        }
        for (SignatureListener listener : settings.listeners) {
            try {
                listener.checked(request, verdict);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed to hear of a request", e);
            }
        }
    }
}
