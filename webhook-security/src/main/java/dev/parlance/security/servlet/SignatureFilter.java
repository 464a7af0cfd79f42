package dev.parlance.security.servlet;

import dev.parlance.security.Checked;
import dev.parlance.security.Refusal;
import dev.parlance.security.Signed;
import dev.parlance.security.WebhookSignature;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
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
 * <p>It goes before any filter that reads parameters (after one, a form is checked by its parameters, if the container read
 * them in UTF-8), and with {@code asyncSupported} where a servlet after it is
 * asynchronous. In a {@code web.xml} it is configured by init-params: {@code scheme}
 * ({@code twilio} or {@code slack}), {@code secrets} (names of settings or environment variables, {@code TWILIO_AUTH_TOKEN}
 * unless told), {@code publicUrl} or {@code trustedProxies}, {@code methods}, {@code contentTypes}, {@code bodyLimit},
 * {@code repeats} ({@code mark} or {@code refuse}) and {@code diagnosing}. Safe for use by several threads.
 */
public final class SignatureFilter implements Filter {
    /** The request attribute with the {@link WebhookRequest} that was checked. */
    public static final String REQUEST = "dev.parlance.security.request";

    private static final Logger LOG = System.getLogger(SignatureFilter.class.getName());
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
        BodyReader body = BodyReader.of(http, check.bodyLimit());
        if (body.isTooLarge()) {
            answer.setStatus(Refusal.TOO_LARGE.status());
            return;
        }
        WebhookRequest webhook;
        try {
            webhook = ServletExchange.request(http, body.bytes());
        } catch (IllegalArgumentException e) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Checked checked = check.check(webhook);
        if (checked.isAccepted()) {
            http.setAttribute(REQUEST, checked.request());
            http.setAttribute(CHECKED_BY, withThis(http.getAttribute(CHECKED_BY)));
            pass(checked, body.replaying(http, answer), answer, chain);
        } else {
            if (body.formWasRead()) {
                LOG.log(Level.WARNING, "The form was read before the signature was checked. Put the filter first.");
            }
            ServletExchange.write(checked.refusal(), answer);
        }
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
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new FailureListener(checked, response));
                answered = true;
            } else {
                answered = response.getStatus() < 500;
            }
        } finally {
            if (!answered) {
                checked.failed();
            }
        }
    }
}
