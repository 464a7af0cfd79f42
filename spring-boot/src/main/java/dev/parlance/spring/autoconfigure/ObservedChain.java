package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.observation.WebhookObservation;
import dev.parlance.security.servlet.SignatureFilter;
import dev.parlance.webhook.WebhookRequest;
import io.micrometer.observation.Observation;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Observes what comes after the check of a webhook's signature. Log lines of that thread carry the message or call. */
record ObservedChain(FilterChain chain, Observations observations) implements FilterChain {
    private static final String OBSERVED = ObservedChain.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
        boolean isFirst = request.getAttribute(OBSERVED) == null;
        if (isFirst && request.getAttribute(SignatureFilter.REQUEST) instanceof WebhookRequest webhook) {
            request.setAttribute(OBSERVED, true);
            observe(webhook, request, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void observe(WebhookRequest webhook, ServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        WebhookObservation observation = observations.start(webhook);
        Observation.Scope scope = observation.openScope();
        LogContext log = LogContext.of(webhook);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            observation.error(e);
            observation.stop(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw e;
        } finally {
            log.close();
            scope.close();
        }
        if (!request.isAsyncStarted() || !stopsLater(observation, request, response)) {
            observation.stop(response.getStatus());
        }
    }

    /** Stops the observation with the asynchronous response. False if that is complete already. */
    private static boolean stopsLater(
            WebhookObservation observation, ServletRequest request, HttpServletResponse response) {
        try {
            request.getAsyncContext().addListener(new Stop(observation, response));
            return true;
        } catch (IllegalStateException e) {
            return false; // It completed before the listener was added.
        }
    }

    private record Stop(WebhookObservation observation, HttpServletResponse response) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            observation.stop(response.getStatus());
        }

        @Override
        public void onError(AsyncEvent event) {
            observation.error(event.getThrowable());
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
