package dev.parlance.spring.autoconfigure;

import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to do if a bean sends texts or places calls, and there is no account. Goes before Spring Boot's own analyzer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingAccountAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, NoSuchBeanDefinitionException cause) {
        Class<?> type = cause.getBeanType();
        if (type == null || cause.getNumberOfBeansFound() > 0 || !needsAccount(type)) {
            return null;
        }
        return new FailureAnalysis(
                "There is no Twilio account, so there is no " + type.getSimpleName() + ".",
                NoAccountAnalyzer.ACTION,
                cause);
    }

    private static boolean needsAccount(Class<?> type) {
        return TextSender.class.isAssignableFrom(type) || CallPlacer.class.isAssignableFrom(type);
    }
}
