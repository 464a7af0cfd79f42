package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.security.servlet.SignatureFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

/** Checks the signature of requests to webhooks, and of no others, and observes them. */
final class WebhookFilter implements Filter {
    private final WebhookPaths paths;
    private final SignatureFilter signature;
    private final Observations observations;

    WebhookFilter(WebhookPaths paths, SignatureFilter signature, Observations observations) {
        this.paths = paths;
        this.signature = signature;
        this.observations = observations;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && isWebhook(http, paths)) {
            signature.doFilter(request, response, new ObservedChain(chain, observations));
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isWebhook(HttpServletRequest request, WebhookPaths paths) {
        return paths.matches(pathInApplication(request), request.getMethod());
    }

    /** Not the path that Spring has parsed: in a forward that is the old one, and it lacks the path of the servlet. */
    static PathContainer pathInApplication(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }
}
