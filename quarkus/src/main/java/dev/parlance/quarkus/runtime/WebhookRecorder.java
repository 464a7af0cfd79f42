package dev.parlance.quarkus.runtime;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import org.jspecify.annotations.Nullable;

/** What the build found out about webhooks. */
@Recorder
public class WebhookRecorder {
    /** Ends the start of an application that has webhooks but can't verify them. */
    public void requireSignatures() {
        var unused = WebhookExchange.signedWebhooks();
    }

    /** The webhooks of a number. */
    public RuntimeValue<NumberWebhooks> numberWebhooks(@Nullable String text, @Nullable String call, String surveys) {
        return new RuntimeValue<>(new NumberWebhooks(text, call, surveys));
    }
}
