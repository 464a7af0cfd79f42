package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.servlet.SignatureFilter;
import dev.parlance.security.servlet.WebhookServlet;
import dev.parlance.settings.Secret;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

/** The code of docs/SIGNATURES.md. */
class ManualTest {
    private static final Secret token = Secret.of("token");

    private static WebhookResponse sent(SignedWebhooks signedWebhooks, WebhookRequest request) {
        return signedWebhooks
                .handler(accepted -> WebhookResponse.text("reached"))
                .respond(request);
    }

    @Test
    void a_handler() {
        // snippet: handler
        WebhookHandler echo = request -> WebhookResponse.of(
                MessageTwiml.reply("echo: " + IncomingMessage.of(request).body()));

        WebhookHandler safe = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withPublicUrl(URI.create("https://hooks.example.com"))
                .handler(echo);

        try (WebhookServer server = WebhookServer.start(0, Router.create().post("/sms", safe))) {
            System.out.println("Listening on " + server.url());
        }
        // end

        // snippet: test
        WebhookRequest text = WebhookRequest.post("https://hooks.example.com/sms")
                .withForm("MessageSid", "SM0", "From", "+15005550006", "To", "12345", "Body", "hola");

        assertThat(safe.respond(TwilioSignature.of(token).sign(text)).bodyText())
                .contains("echo: hola");
        assertThat(safe.respond(text).status()).isEqualTo(403);
        // end
    }

    @Test
    void a_filter() {
        ServletContextHandler context = new ServletContextHandler();
        WebhookHandler router = Router.create();

        // snippet: filter
        SignatureFilter filter = SignatureFilter.of(SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withPublicUrl(URI.create("https://hooks.example.com")));

        context.addFilter(new FilterHolder(filter), "/twilio/*", null); // Jetty's API; other containers have their own
        context.addServlet(new ServletHolder(WebhookServlet.of(router)), "/twilio/*");
        // end

        assertThat(context.getServletHandler().getFilters()).hasSize(1);
    }

    @Test
    void secrets() {
        Map<String, List<Secret>> tokensByAccountSid = Map.of("AC1", List.of(Secret.of("one")));
        Secret current = Secret.of("new");
        Secret previous = Secret.of("old");
        Vault vault = name -> Secret.of("from the vault");

        // snippet: secrets
        TwilioSignature rotating = TwilioSignature.of(current, previous);
        TwilioSignature several = TwilioSignature.of(Secrets.perSigner(tokensByAccountSid));
        TwilioSignature loaded = TwilioSignature.of(
                Secrets.loading(() -> Secrets.of(vault.read("twilio"))).withMinInterval(Duration.ofMinutes(1)));
        // end

        WebhookRequest text = WebhookRequest.post("https://example.com").withForm("AccountSid", "AC1");
        for (TwilioSignature signature : List.of(rotating, several, loaded)) {
            assertThat(signature.verify(signature.sign(text)).isAccepted()).isTrue();
        }
    }

    @Test
    void the_account_that_signed() {
        Map<String, List<Secret>> tokensByAccountSid = Map.of("AC1", List.of(Secret.of("one")));
        Map<String, String> tenants = Map.of("AC1", "Ana's shop");

        // snippet: signer
        WebhookHandler greeting = request -> {
            String account = request.signer().orElseThrow();
            return WebhookResponse.of(MessageTwiml.reply("Welcome to " + tenants.get(account)));
        };

        WebhookHandler safe = SignedWebhooks.verifiedBy(TwilioSignature.of(Secrets.perSigner(tokensByAccountSid)))
                .handler(greeting);
        // end

        WebhookRequest text = WebhookRequest.post("https://example.com").withForm("AccountSid", "AC1");
        assertThat(safe.respond(TwilioSignature.of(Secret.of("one")).sign(text)).bodyText())
                .contains("Welcome to Ana's shop");
    }

    private interface Vault {
        Secret read(String name);
    }

    @Test
    void shared_keys() {
        String name = "key_1";
        Secret key = Secret.of("key");

        // snippet: shared-keys
        WebhookSignature signature =
                TwilioSharedKeys.of(name, key).or(TwilioSignature.of(token)); // until every webhook uses a key
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(signature)
                .withCredentials(Credentials.basic("twilio", Secret.of("password")));
        // end

        assertThat(sent(signedWebhooks, WebhookRequest.post("https://example.com"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void settings() {
        Map<String, LongAdder> counters = new TreeMap<>();

        // snippet: settings
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withMethods("POST")
                .withContentTypes("application/x-www-form-urlencoded")
                .withBodyLimit(100_000)
                .withReplayGuard(ReplayGuard.refusing())
                .withListener((request, verdict) -> counters.computeIfAbsent(
                                verdict.refusal().map(Enum::name).orElse("ACCEPTED"), name -> new LongAdder())
                        .increment());
        // end

        sent(signedWebhooks, WebhookRequest.get("https://example.com"));
        assertThat(counters).containsOnlyKeys("METHOD_NOT_ALLOWED");
    }

    @Test
    void a_webhook_by_get() {
        WebhookHandler texts = request -> WebhookResponse.text("a text");
        WebhookHandler calls = request -> WebhookResponse.text("a call");

        // snippet: methods
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token));
        Router router = Router.create()
                .post("/sms", signedWebhooks.handler(texts))
                .get(
                        "/voice",
                        signedWebhooks.withMethods("GET").handler(calls)); // Twilio is configured to use GET here
        // end

        WebhookRequest call = WebhookRequest.get("https://example.com/voice?CallSid=CA0");
        assertThat(router.respond(TwilioSignature.of(token).sign(call)).bodyText())
                .isEqualTo("a call");
        assertThat(router.respond(call).status()).isEqualTo(403);
    }

    @Test
    void another_framework() {
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token));
        WebhookRequest request = WebhookRequest.post("https://example.com");
        WebhookHandler handler = accepted -> WebhookResponse.text("reached");

        // snippet: check
        CheckResult result = signedWebhooks.check(request);
        WebhookResponse response = result.isAccepted() ? handler.respond(result.request()) : result.refusal();
        // end

        assertThat(response.status()).isEqualTo(403);
    }
}
