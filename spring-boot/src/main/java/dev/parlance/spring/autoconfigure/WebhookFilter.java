package dev.parlance.spring.autoconfigure;

import dev.parlance.security.servlet.SignatureFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Checks the signature of requests to webhooks, and of no others. */
final class WebhookFilter implements Filter {
    private final WebhookPaths paths;
    private final SignatureFilter signature;

    WebhookFilter(WebhookPaths paths, SignatureFilter signature) {
        this.paths = paths;
        this.signature = signature;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && paths.matches(http)) {
            signature.doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
