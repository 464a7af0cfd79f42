package dev.parlance.security.servlet;

import dev.parlance.security.CheckResult;
import dev.parlance.security.Refusal;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
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
 * Passes only signed requests down the filter chain. Filters and servlets after it can still read the body.
 *
 * <pre>{@code
 * Filter filter = SignatureFilter.of(SignedWebhooks.verifiedBy(TwilioSignature.of(token))
 *         .withPublicUrl(URI.create("https://hooks.example.com")));
 * }</pre>
 *
 * <p>Register it before any filter that reads the body or parameters; after one, requests with a body are refused. Set
 * {@code asyncSupported} if a servlet after it is asynchronous. Servlets see the parameters that were checked, whatever the
 * container parsed.
 *
 * <p>A request without a signature, or with a method or content type that is not allowed, is refused before its body is read. The
 * container limits how long the sender of a body may take: set a minimum data rate there, as {@code docs/SIGNATURES.md} shows.
 *
 * <p>In a {@code web.xml}, configure it with init-params: {@code scheme} ({@code twilio} or {@code slack}), {@code secrets} (names
 * of settings or environment variables; default: {@code TWILIO_AUTH_TOKEN} or, for Slack, {@code SLACK_SIGNING_SECRET}),
 * {@code publicUrl} or {@code trustedProxies}, {@code methods}, {@code contentTypes}, {@code bodyLimit}, {@code repeats}
 * ({@code mark} or {@code refuse}) and {@code diagnosing}. Thread-safe.
 */
public final class SignatureFilter implements Filter {
    /** The request attribute that holds the checked {@link WebhookRequest}. */
    public static final String REQUEST = "dev.parlance.security.request";

    private static final String CHECKED_BY = "dev.parlance.security.checkedBy";

    private @Nullable SignedWebhooks signedWebhooks;

    /** For containers, which configure it with init-params. */
    public SignatureFilter() {
        this.signedWebhooks = null;
    }

    private SignatureFilter(SignedWebhooks signedWebhooks) {
        this.signedWebhooks = signedWebhooks;
    }

    /** Applies this check. */
    public static SignatureFilter of(SignedWebhooks signedWebhooks) {
        return new SignatureFilter(signedWebhooks);
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        if (signedWebhooks == null) {
            signedWebhooks = FilterSettings.of(config).signed();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer)) {
            throw new ServletException("SignatureFilter supports only HTTP requests");
        }
        if (wasChecked(http) || http.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        SignedWebhooks check = signedWebhooks;
        if (check == null) {
            throw new ServletException("The filter has not been initialised");
        }
        CheckResult result;
        try {
            result = checked(check, http);
        } catch (IllegalArgumentException | WebhookException e) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (result.isAccepted()) {
            http.setAttribute(REQUEST, result.request());
            http.setAttribute(CHECKED_BY, plusThis(http.getAttribute(CHECKED_BY)));
            pass(result, new BufferedRequest(http, answer, result.request()), answer, chain);
        } else {
            ServletExchange.write(result.refusal(), answer);
        }
    }

    private static CheckResult checked(SignedWebhooks signedWebhooks, HttpServletRequest http) throws IOException {
        Optional<CheckResult> refused = signedWebhooks.checkHead(ServletExchange.head(http));
        if (refused.isPresent()) {
            return refused.get();
        }
        BodyReader body = BodyReader.of(http, signedWebhooks.bodyLimit());
        WebhookRequest request = ServletExchange.request(http, body.bytes());
        return switch (body.state()) {
            case TOO_LARGE ->
                signedWebhooks.refuse(
                        request, Refusal.TOO_LARGE, "The limit is " + signedWebhooks.bodyLimit() + " bytes.");
            case CONSUMED ->
                signedWebhooks.refuse(
                        request,
                        Refusal.MALFORMED,
                        "Another filter has read the body. Put the SignatureFilter before it.");
            case READ -> signedWebhooks.check(request);
        };
    }

    /** True for forwards, includes and repeated dispatches. Safe, because a sender can't set request attributes. */
    private boolean wasChecked(HttpServletRequest request) {
        return request.getAttribute(CHECKED_BY) instanceof Set<?> filters && filters.contains(this);
    }

    private Set<Object> plusThis(@Nullable Object filters) {
        Set<Object> all = new HashSet<>();
        all.add(this);
        if (filters instanceof Set<?> others) {
            all.addAll(others);
        }
        return all;
    }

    private static void pass(
            CheckResult result, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = request.isAsyncStarted()
                    ? listensForFailure(request, result, response)
                    : response.getStatus() < 500;
        } catch (IllegalStateException | ServletException e) {
            MalformedParametersException malformed = MalformedParametersException.in(e);
            if (malformed == null || response.isCommitted()) {
                throw e;
            }
            response.reset();
            ServletExchange.write(badRequest(malformed), response);
            answered = true;
        } finally {
            if (!answered) {
                result.handlerFailed();
            }
        }
    }

    private static WebhookResponse badRequest(MalformedParametersException e) {
        return WebhookResponse.text(String.valueOf(e.getMessage())).withStatus(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Listens for a failure of the asynchronous response. False if the response is already complete and failed. */
    private static boolean listensForFailure(
            HttpServletRequest request, CheckResult result, HttpServletResponse response) {
        try {
            request.getAsyncContext().addListener(new FailureListener(result, response));
            return true;
        } catch (IllegalStateException e) {
            return response.getStatus() < 500; // It completed before the listener was added.
        }
    }
}
