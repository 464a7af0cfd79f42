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
        BodyReader body;
        Checked checked;
        try {
            body = BodyReader.of(http, check.bodyLimit());
            checked = checked(check, ServletExchange.request(http, body.bytes()), body.state());
        } catch (IllegalArgumentException | WebhookException e) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (checked.isAccepted()) {
            http.setAttribute(REQUEST, checked.request());
            http.setAttribute(CHECKED_BY, withThis(http.getAttribute(CHECKED_BY)));
            boolean containerHasForm = body.state() == BodyReader.State.WRITTEN_AGAIN;
            pass(checked, new BufferedRequest(http, answer, body.bytes(), containerHasForm), answer, chain);
        } else {
            ServletExchange.write(checked.refusal(), answer);
        }
    }

    private static Checked checked(Signed signed, WebhookRequest request, BodyReader.State body) {
        return switch (body) {
            case TOO_LARGE ->
                signed.refuse(request, Refusal.TOO_LARGE, "The limit is " + signed.bodyLimit() + " bytes.");
            case GONE ->
                signed.refuse(
                        request,
                        Refusal.MALFORMED,
                        "The body was read before its signature was checked: put the filter before whatever reads it.");
            case READ, WRITTEN_AGAIN -> signed.check(request);
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
