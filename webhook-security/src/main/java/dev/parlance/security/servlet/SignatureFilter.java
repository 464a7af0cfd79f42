package dev.parlance.security.servlet;

import dev.parlance.security.Checked;
import dev.parlance.security.Refusal;
import dev.parlance.security.Signed;
import dev.parlance.security.WebhookSignature;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what its sender signed; what comes after it reads the request as if it had not been read.
 *
 * <pre>{@code
 * Filter filter = SignatureFilter.by(TwilioSignature.withTokens(current, previous));
 * Filter behindProxy = SignatureFilter.of(Signed.by(signature).publicUrl("https://hooks.example.com"));
 * }</pre>
 *
 * <p>It goes before any filter that reads the body or parameters (after one, requests with a body are refused), and with
 * {@code asyncSupported} where a servlet after it is asynchronous. Parameters of the body are those that were checked, whatever
 * the container has made of them.
 *
 * <p>A request without a signature, or with a method or content type that is not allowed, is refused before its body is read.
 * How long a sender with a signature of any kind may take to send the body is up to the container: set a least rate there, as
 * {@code docs/SIGNATURES.md} shows.
 *
 * <p>In a {@code web.xml} it is configured by init-params: {@code scheme}
 * ({@code twilio} or {@code slack}), {@code secrets} (names of settings or environment variables, {@code TWILIO_AUTH_TOKEN}
 * unless told), {@code publicUrl} or {@code trustedProxies}, {@code methods}, {@code contentTypes}, {@code bodyLimit},
 * {@code repeats} ({@code mark} or {@code refuse}) and {@code diagnosing}. Safe for use by several threads.
 */
public final class SignatureFilter implements Filter {
    /** The request attribute with the {@link WebhookRequest} that was checked. */
    public static final String REQUEST = "dev.parlance.security.request";

    private static final String CHECKED_BY = "dev.parlance.security.checkedBy";

    private @Nullable Signed signed;

    /** For a container that makes it: configured by init-params. */
    public SignatureFilter() {
        this.signed = null;
    }

    private SignatureFilter(Signed signed) {
        this.signed = signed;
    }

    /** Requests signed like this, for the URL as it arrives. */
    public static SignatureFilter by(WebhookSignature signature) {
        return of(Signed.by(signature));
    }

    /** Requests that pass this check. */
    public static SignatureFilter of(Signed signed) {
        return new SignatureFilter(signed);
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        if (signed == null) {
            signed = FilterSettings.of(config).signed();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer)) {
            throw new ServletException("Webhooks come by HTTP");
        }
        if (wasChecked(http) || http.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        Signed check = signed;
        if (check == null) {
            throw new ServletException("The filter has not been initialised");
        }
        Checked checked;
        try {
            checked = checked(check, http);
        } catch (IllegalArgumentException | WebhookException e) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (checked.isAccepted()) {
            http.setAttribute(REQUEST, checked.request());
            http.setAttribute(CHECKED_BY, withThis(http.getAttribute(CHECKED_BY)));
            pass(checked, new BufferedRequest(http, answer, checked.request()), answer, chain);
        } else {
            ServletExchange.write(checked.refusal(), answer);
        }
    }

    private static Checked checked(Signed signed, HttpServletRequest http) throws IOException {
        Optional<Checked> refused = signed.refusedByHead(ServletExchange.head(http));
        if (refused.isPresent()) {
            return refused.get();
        }
        BodyReader body = BodyReader.of(http, signed.bodyLimit());
        WebhookRequest request = ServletExchange.request(http, body.bytes());
        return switch (body.state()) {
            case TOO_LARGE ->
                signed.refuse(request, Refusal.TOO_LARGE, "The limit is " + signed.bodyLimit() + " bytes.");
            case GONE ->
                signed.refuse(
                        request,
                        Refusal.MALFORMED,
                        "Another filter has read the body. Put the SignatureFilter before it.");
            case READ -> signed.check(request);
        };
    }

    /** Forwarded, included or dispatched anew. No sender can set an attribute: whoever checked the request noted it there. */
    private boolean wasChecked(HttpServletRequest request) {
        return request.getAttribute(CHECKED_BY) instanceof Set<?> filters && filters.contains(this);
    }

    private Set<Object> withThis(@Nullable Object filters) {
        Set<Object> all = new HashSet<>();
        all.add(this);
        if (filters instanceof Set<?> others) {
            all.addAll(others);
        }
        return all;
    }

    private static void pass(
            Checked checked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = request.isAsyncStarted() ? isLeftTo(request, checked, response) : response.getStatus() < 500;
        } finally {
            if (!answered) {
                checked.failed();
            }
        }
    }

    /** Whether someone else answers, of whom it will be heard whether he could. */
    private static boolean isLeftTo(HttpServletRequest request, Checked checked, HttpServletResponse response) {
        try {
            request.getAsyncContext().addListener(new FailureListener(checked, response));
            return true;
        } catch (IllegalStateException e) {
            return response.getStatus() < 500; // He was quicker, and has answered already.
        }
    }
}
