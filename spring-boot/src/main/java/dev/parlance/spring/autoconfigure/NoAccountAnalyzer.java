package dev.parlance.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a missing account. */
final class NoAccountAnalyzer extends AbstractFailureAnalyzer<NoAccountException> {
    static final String ACTION =
            "Set parlance.twilio.account-sid and parlance.twilio.auth-token, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."
                    + " To run without an account while you develop, add the dependency dev.parlance:parlance-spring-boot-dev"
                    + " with <scope>test</scope>, and start with spring-boot:test-run.";

    @Override
    protected FailureAnalysis analyze(Throwable root, NoAccountException cause) {
        return new FailureAnalysis(cause.getMessage() + ".", ACTION, cause);
    }
}
