package com.example.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parlance.quarkus.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A webhook that Quarkus would ignore. */
class HiddenWebhookTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(application -> application.addClass(Hidden.class))
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("must be public"));

    public static class Hidden {
        @TwilioWebhook("/sms")
        MessageTwiml text() {
            return MessageTwiml.noReply();
        }
    }

    @Test
    void it_is_not_built() {
        fail("It was built");
    }
}
