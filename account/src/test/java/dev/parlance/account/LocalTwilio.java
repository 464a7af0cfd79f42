package dev.parlance.account;

import dev.parlance.Address;
import dev.parlance.fake.MovableClock;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.AccountSettings.ApiKey;
import dev.parlance.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A local server with scripted responses, and an account that uses it and pauses without sleeping. */
final class LocalTwilio implements BeforeEachCallback, AfterEachCallback {
    static final String ACCOUNT_SID = "AC" + "0".repeat(32);
    static final String MESSAGE_SID = "SM" + "1".repeat(32);
    static final String SERVICE_SID = "MG" + "2".repeat(32);
    static final String AUTH_TOKEN = "0123456789abcdef".repeat(2);
    static final String KEY_SID = "SK" + "3".repeat(32);
    static final String KEY_SECRET = "a-secret-that-nobody-has-to-know";
    static final String APPLICATION_SID = "AP" + "4".repeat(32);
    static final String OUR_NUMBER = "+15005550006";
    static final String API = "/api.twilio.com/2010-04-01/Accounts/" + ACCOUNT_SID;

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final MovableClock clock = MovableClock.at(START);
    private MockWebServer server;
    private TwilioAccount account;

    static AccountSettings settings() {
        return settings(Optional.of(OUR_NUMBER));
    }

    static AccountSettings settings(Optional<String> textSender) {
        AccountSettings settings =
                AccountSettings.of(ACCOUNT_SID, Secret.of(AUTH_TOKEN)).withPhoneNumber(Address.of(OUR_NUMBER));
        return textSender.map(settings::withTextSender).orElse(settings);
    }

    static AccountSettings settingsWithKey(String secret) {
        return AccountSettings.of(ACCOUNT_SID, new ApiKey(KEY_SID, Secret.of(secret)))
                .withVoiceApplicationSid(APPLICATION_SID);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = new MockWebServer();
        QueueDispatcher script = new QueueDispatcher();
        script.setFailFast(new MockResponse.Builder().code(418).build());
        server.setDispatcher(script);
        server.start();
        account = with(settings()).build();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        account.close();
        server.close();
    }

    TwilioAccount account() {
        return account;
    }

    TwilioAccount.Builder with(AccountSettings settings) {
        return TwilioAccount.builder(settings)
                .baseUrl(url())
                .clock(clock)
                .pauses(
                        pause -> {
                            pauses.add(pause);
                            clock.advance(pause);
                        },
                        () -> 0.5);
    }

    URI url() {
        return URI.create("http://localhost:" + server.getPort());
    }

    Instant now() {
        return clock.instant();
    }

    LocalTwilio answers(int status, String json) {
        return answers(new MockResponse.Builder().code(status).body(json).build());
    }

    LocalTwilio answers(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    int requests() {
        return server.getRequestCount();
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** Takes the next request that arrived. */
    Sent sent() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("No more requests arrived; total: " + requests());
            }
            return Sent.of(request);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A request as received, with the parsed form of its body or query. */
    record Sent(String method, String path, Map<String, List<String>> form, RecordedRequest raw) {
        static Sent of(RecordedRequest request) {
            String[] target = request.getTarget().split("\\?", 2);
            boolean hasForm = String.valueOf(request.getHeaders().get("Content-Type"))
                    .startsWith("application/x-www-form-urlencoded");
            String form = hasForm ? request.getBody().utf8() : "";
            if (target.length == 2) {
                form = target[1];
            }
            return new Sent(request.getMethod(), target[0], parameters(form), request);
        }

        String header(String name) {
            return raw.getHeaders().get(name);
        }

        private static Map<String, List<String>> parameters(String form) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
            return parameters;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
