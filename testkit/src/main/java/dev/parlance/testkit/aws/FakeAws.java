package dev.parlance.testkit.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Secrets Manager, Parameter Store and EventBridge, as far as an application that reads settings and tells events uses them,
 * over the wire that AWS's own clients speak.
 *
 * <pre>{@code
 * try (FakeAws aws = FakeAws.start()) {
 *     aws.secret("twilio", token);
 *     SecretsManagerClient client = SecretsManagerClient.builder().endpointOverride(aws.url()).build();
 *     …
 *     aws.secret("twilio", newToken);                  // rotated
 *     assertThat(aws.requests("GetSecretValue")).isEqualTo(2);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class FakeAws implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AMZ_JSON = "application/x-amz-json-1.1";

    private final FakeVault vault = new FakeVault();
    private final FakeEventBus events = new FakeEventBus();
    private final AwsFaults faults = new AwsFaults();
    private final Consumer<AwsCall> listener;
    private final WebhookServer server;

    private FakeAws(Consumer<AwsCall> listener) {
        this.listener = listener;
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.server = WebhookServer.start(any, WebhookServer.DEFAULT_BODY_LIMIT, this::answer);
    }

    /** Starts on a port that is free. */
    public static FakeAws start() {
        return start(call -> {});
    }

    /** The same, and tells of each request. */
    public static FakeAws start(Consumer<AwsCall> listener) {
        return new FakeAws(listener);
    }

    /** Where it is reached. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Sets a secret, anew if it is there. */
    public FakeAws secret(String id, String value) {
        vault.secret(id, value);
        return this;
    }

    /** Sets a parameter, anew if it is there. */
    public FakeAws parameter(String name, String value) {
        vault.parameter(name, value);
        return this;
    }

    /** What was told to the bus, in order. */
    public List<BusEvent> events() {
        return events.all();
    }

    /** Hears of each event that is told from now on, in the thread that answers whoever tells it. */
    public FakeAws onEvent(Consumer<BusEvent> listener) {
        events.listen(listener);
        return this;
    }

    /** Answers the next request of this name, such as {@code GetSecretValue}, with an error. */
    public FakeAws failNext(String operation, int status, String code) {
        faults.failNext(operation, status, code);
        return this;
    }

    /** Refuses single entries of the next so many requests to tell events: those at these places, from 0. */
    public FakeAws refuseEntries(int requests, Integer... places) {
        events.refuse(requests, List.of(places));
        return this;
    }

    /** How many requests of this name came. */
    public int requests(String operation) {
        return faults.count(operation);
    }

    @Override
    public void close() {
        server.close();
    }

    private WebhookResponse answer(WebhookRequest request) {
        AwsCall call = AwsCall.of(
                request.header("Authorization").orElse(""),
                request.header("X-Amz-Target").orElse(""));
        listener.accept(call);
        String operation = call.action().substring(call.action().indexOf(':') + 1);
        return faults.next(operation)
                .map(fault -> error(fault.status(), fault.code()))
                .orElseGet(() -> {
                    try {
                        return json(done(operation, JSON.readTree(request.body())), 200);
                    } catch (AwsRefusal e) {
                        return error(400, e.code());
                    } catch (IOException e) {
                        return error(400, "SerializationException");
                    }
                });
    }

    private ObjectNode done(String operation, JsonNode asked) {
        return switch (operation) {
            case "GetSecretValue" -> vault.getSecretValue(asked);
            case "GetParameter" -> vault.getParameter(asked);
            case "GetParametersByPath" -> vault.getParametersByPath(asked);
            case "PutEvents" -> events.put(asked);
            default -> throw new AwsRefusal("UnknownOperationException");
        };
    }

    private static WebhookResponse error(int status, String code) {
        return json(JSON.createObjectNode().put("__type", code).put("message", "The fake says " + code + "."), status);
    }

    private static WebhookResponse json(ObjectNode json, int status) {
        return WebhookResponse.bytes(AMZ_JSON, json.toString().getBytes(StandardCharsets.UTF_8))
                .withStatus(status);
    }

    /** Something that was told to the bus. */
    public record BusEvent(String bus, String source, String detailType, String detail) {
        /** The event as a function that hears of it gets it. */
        public String asInvocation(String id, Instant time) {
            try {
                ObjectNode json = JSON.createObjectNode()
                        .put("version", "0")
                        .put("id", id)
                        .put("detail-type", detailType)
                        .put("source", source)
                        .put("account", "000000000000")
                        .put("time", time.toString())
                        .put("region", "us-east-1");
                json.putArray("resources");
                json.set("detail", JSON.readTree(detail));
                return json.toString();
            } catch (IOException e) {
                throw new IllegalStateException("a detail is JSON, or would not have been taken", e);
            }
        }

        /** Source and type: the detail may tell whom it is about. */
        @Override
        public String toString() {
            return "BusEvent[" + source + ", " + detailType + "]";
        }
    }
}
