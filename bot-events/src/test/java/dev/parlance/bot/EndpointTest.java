package dev.parlance.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.DeliveryMemory;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends single requests to the endpoint. */
class EndpointTest {
    private static final SlackSignature SIGNATURE = SlackSignature.of(Secret.of("0".repeat(32)));

    private final BotClient client = BotClient.of(Secret.of("xoxb-0"));
    private final List<String> received = new ArrayList<>();
    private final BotEvents bot = BotEvents.verifiedBy(SIGNATURE, client)
            .executor(Runnable::run)
            .onAny(event -> received.add(event.id()))
            .build();

    @AfterEach
    void tearDown() {
        client.close();
    }

    private static WebhookRequest signed(String json) {
        return SIGNATURE.sign(WebhookRequest.post("https://bot.example/twilio/events")
                .withBody("application/json; charset=utf-8", json.getBytes(UTF_8)));
    }

    private static WebhookRequest event(String id) {
        return signed("{\"type\":\"event_callback\",\"event_id\":\"" + id + "\",\"event\":{\"type\":\"team_join\"}}");
    }

    @Test
    void a_url_verification_is_answered_with_its_challenge() {
        WebhookResponse response = bot.respond(signed("{\"type\":\"url_verification\",\"challenge\":\"a\\\"b\"}"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.bodyText()).isEqualTo("{\"challenge\":\"a\\\"b\"}");
    }

    @Test
    void the_example_request_in_slacks_docs_is_answered() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        SlackSignature signature = SlackSignature.of(Secret.of("8f742231b10e8888abcd99yyyzzz85a5"))
                .withClock(Clock.fixed(Instant.ofEpochSecond(1531420618), ZoneOffset.UTC));
        BotEvents collecting = BotEvents.verifiedBy(signature, client)
                .executor(Runnable::run)
                .onCommand(
                        "/webhook-collect", command -> ImmediateReply.text(command.user() + " in " + command.channel()))
                .build();

        WebhookResponse response = collecting.respond(WebhookRequest.post("https://bot.example/twilio/events")
                .withBody("application/x-www-form-urlencoded", body.getBytes(UTF_8))
                .withHeader("X-Slack-Request-Timestamp", "1531420618")
                .withHeader(
                        "X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));

        assertThat(response.bodyText()).contains("U2CERLKJA in G8PSS9T3V");
    }

    @Test
    void an_unsigned_url_verification_is_refused() {
        WebhookRequest check = WebhookRequest.post("https://bot.example/twilio/events")
                .withBody("application/json", "{\"type\":\"url_verification\",\"challenge\":\"x\"}".getBytes(UTF_8));

        assertThat(bot.respond(check).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}",
                "{\"type\":\"url_verification\"}",
                "{\"type\":\"url_verification\",\"challenge\":{}}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\"}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\"}}"
            })
    void a_malformed_request_is_refused_without_retry(String body) {
        WebhookResponse response = bot.respond(signed(body));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("X-Slack-No-Retry")).contains("1");
        assertThat(received).isEmpty();
    }

    @Test
    void a_rate_limit_notice_is_accepted() {
        assertThat(bot.respond(signed("{\"type\":\"app_rate_limited\"}")).status())
                .isEqualTo(200);
    }

    @Test
    void only_post_requests_are_accepted() {
        assertThat(bot.respond(WebhookRequest.get("https://bot.example/twilio/events"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void an_event_refused_for_capacity_is_handled_on_retry() {
        BotEvents full = BotEvents.verifiedBy(SIGNATURE, client)
                .executor(task -> {
                    if (received.isEmpty()) {
                        received.add("full");
                        throw new RejectedExecutionException();
                    }
                    task.run();
                })
                .onAny(event -> received.add(event.id()))
                .build();

        WebhookResponse first = full.respond(event("Ev1"));
        WebhookResponse second = full.respond(event("Ev1"));

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.headers().first("Retry-After")).contains("1");
        assertThat(second.status()).isEqualTo(200);
        assertThat(received).containsExactly("full", "Ev1");
    }

    @Test
    void machines_with_a_shared_memory_handle_an_event_once() {
        DeliveryMemory shared = DeliveryMemory.inMemory();
        BotEvents first = BotEvents.verifiedBy(SIGNATURE, client)
                .memory(shared)
                .executor(Runnable::run)
                .onAny(event -> received.add("first"))
                .build();
        BotEvents second = BotEvents.verifiedBy(SIGNATURE, client)
                .memory(shared)
                .executor(Runnable::run)
                .onAny(event -> received.add("second"))
                .build();

        first.respond(event("Ev1"));
        second.respond(event("Ev1"));

        assertThat(received).containsExactly("first");
    }

    @Test
    void a_failing_memory_makes_the_sender_retry() {
        DeliveryMemory broken = new DeliveryMemory() {
            @Override
            public Optional<String> remember(String delivery, String content) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public void forget(String delivery) {}
        };
        BotEvents failing =
                BotEvents.verifiedBy(SIGNATURE, client).memory(broken).build();

        assertThat(failing.respond(event("Ev1")).status()).isEqualTo(500);
        failing.close();
    }

    @Test
    void to_string_contains_no_message_text() {
        BotEvents printing = BotEvents.verifiedBy(SIGNATURE, client)
                .executor(Runnable::run)
                .onDirectMessage((message, reply) -> {
                    received.add(message.toString());
                    received.add(message.event().toString());
                })
                .build();

        printing.respond(
                signed("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"authorizations\":[{\"is_bot\":true,"
                        + "\"user_id\":\"U1\"}],\"event\":{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\","
                        + "\"user\":\"U2\",\"ts\":\"1.2\",\"text\":\"my secret\"}}"));

        assertThat(received).containsExactly("BotMessage[D1 1.2]", "message Ev1");
    }
}
