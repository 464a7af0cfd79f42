package dev.parlance.spring.dev;

import java.net.URL;
import java.security.CodeSource;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Holds if the fake may answer for Twilio: there is no account, and the application is neither a packaged jar nor without JUnit.
 * An application has JUnit if it runs with the class path of its tests, as {@code spring-boot:test-run} does. {@code
 * parlance.fake=always} puts the fake in the place of a configured account, for tests; {@code never} switches it off.
 */
final class OnDevelopment extends SpringBootCondition {
    private static final String JUNIT = "org.junit.jupiter.api.extension.Extension";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Fake Twilio");
        Environment environment = context.getEnvironment();
        if (isPackaged(OnDevelopment.class.getProtectionDomain().getCodeSource())) {
            return ConditionOutcome.noMatch(message.because("the application runs from a packaged jar"));
        }
        if (!ClassUtils.isPresent(JUNIT, context.getClassLoader())) {
            return ConditionOutcome.noMatch(
                    message.because("JUnit is missing, so these are not the dependencies of tests"));
        }
        return switch (environment.getProperty("parlance.fake", "without-account")) {
            case "always" -> ConditionOutcome.match(message.because("parlance.fake is \"always\""));
            case "never" -> ConditionOutcome.noMatch(message.because("parlance.fake is \"never\""));
            case "without-account" ->
                hasAccount(environment)
                        ? ConditionOutcome.noMatch(message.because("there is an account"))
                        : ConditionOutcome.match(message.because("there is no account"));
            default ->
                throw new IllegalStateException(
                        "parlance.fake must be \"without-account\", \"always\" or \"never\", not \""
                                + environment.getProperty("parlance.fake") + "\"");
        };
    }

    private static boolean hasAccount(Environment environment) {
        return environment.containsProperty("parlance.twilio.account-sid")
                || environment.containsProperty("TWILIO_ACCOUNT_SID");
    }

    /** Whether this class comes from a jar within a jar, as Spring Boot packages applications. */
    static boolean isPackaged(CodeSource source) {
        URL location = source == null ? null : source.getLocation();
        return location != null && location.toString().contains("nested:");
    }
}
