package dev.parlance.spring.autoconfigure;

import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.TextSender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says what to do if a bean sends texts or places calls, and there is no account. Goes before Spring Boot's own analyzer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingAccountAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
    private final List<String> accounts = new ArrayList<>();

    MissingAccountAnalyzer(Environment environment) {
        if (Arrays.stream(AccountProperties.ACCOUNT_SID).anyMatch(environment::containsProperty)) {
            accounts.add("twilioAccount");
        }
        accounts.addAll(NamedAccounts.read(environment).keySet());
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, NoSuchBeanDefinitionException cause) {
        Class<?> type = cause.getBeanType();
        if (type == null || cause.getNumberOfBeansFound() > 0 || !needsAccount(type)) {
            return null;
        }
        if (!accounts.isEmpty()) {
            return new FailureAnalysis(
                    "None of the Twilio accounts " + accounts + " is the required one: " + cause.getMessage(),
                    "Use the name of one of these accounts as the qualifier, or set parlance.accounts.NAME.account-sid and"
                            + " parlance.accounts.NAME.auth-token.",
                    cause);
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
