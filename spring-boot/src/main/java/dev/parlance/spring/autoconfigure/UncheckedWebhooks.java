package dev.parlance.spring.autoconfigure;

import dev.parlance.security.servlet.SignatureFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses requests to webhooks whose signature no filter has checked, whatever path they took. */
final class UncheckedWebhooks implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(UncheckedWebhooks.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isWebhook = handler instanceof HandlerMethod method && WebhookMethods.isWebhook(method.getMethod());
        if (!isWebhook || request.getAttribute(SignatureFilter.REQUEST) != null) {
            return true;
        }
        LOG.error("Refused a request to {}, because its signature was not checked", handler);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }
}
