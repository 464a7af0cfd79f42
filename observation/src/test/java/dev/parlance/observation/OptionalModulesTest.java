package dev.parlance.observation;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionalModulesTest {
    /** An application that answers and texts. */
    public static final class Application implements Runnable {
        /** For another class loader. */
        public Application() {}

        @Override
        public void run() {
            Observations observations = Observations.in(ObservationRegistry.create());
            TextSender texts = observations.texts(text -> new Receipt("SM0", "queued"));
            WebhookHandler webhook = observations.webhooks(request -> {
                texts.send(TextMessage.to(Address.of("+15005550006"), "Hello"));
                return WebhookResponse.noContent();
            });
            var unused = webhook.handle(WebhookRequest.post("https://app.example/sms"));
        }
    }

    @Test
    void an_application_without_surveys_and_signatures_observes_its_webhooks_and_texts() throws Exception {
        URL[] classPath = Stream.of(
                        Observations.class,
                        Application.class,
                        WebhookHandler.class,
                        ObservationRegistry.class,
                        KeyValue.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Runnable application = (Runnable) loader.loadClass(Application.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThatCode(application::run).doesNotThrowAnyException();
        }
    }
}
