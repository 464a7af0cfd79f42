package dev.parlance.spring.autoconfigure;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds if an account is configured. */
final class OnAccountProperties extends SpringBootCondition {
    /** Whether an account is configured. */
    static boolean isConfigured(Environment environment) {
        return Arrays.stream(AccountProperties.ACCOUNT_SID).anyMatch(environment::containsProperty);
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Twilio account");
        return isConfigured(context.getEnvironment())
                ? ConditionOutcome.match(message.because("it is configured"))
                : ConditionOutcome.noMatch(
                        message.because("neither " + String.join(" nor ", AccountProperties.ACCOUNT_SID) + " is set"));
    }
}
