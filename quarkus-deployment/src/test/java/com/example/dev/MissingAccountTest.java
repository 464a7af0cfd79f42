package com.example.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application with a webhook, and nothing to verify it with. */
class MissingAccountTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(application -> application.addClass(EchoResource.class))
            .overrideConfigKey("parlance.devservices.enabled", "false")
            .overrideConfigKey("quarkus.http.test-port", "0")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("TWILIO_ACCOUNT_SID is missing"));

    @Test
    void it_does_not_start() {
        fail("It started");
    }
}
