package dev.parlance.spring.autoconfigure;

import dev.parlance.webhook.WebhookException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers a {@link WebhookException} with its status and message, without the application's error page. */
final class WebhookExceptions implements HandlerExceptionResolver {
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof WebhookException refusal)) {
            return null;
        }
        try {
            response.setStatus(refusal.status());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(String.valueOf(refusal.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The response could not be written", e);
        }
        return new ModelAndView();
    }
}
