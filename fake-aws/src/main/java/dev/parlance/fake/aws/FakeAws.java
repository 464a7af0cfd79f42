package dev.parlance.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fake of Secrets Manager, Parameter Store and EventBridge for tests. It covers reading settings and publishing events, over
 * HTTP, so you use it with AWS's own clients.
 *
 * <pre>{@code
 * try (FakeAws aws = FakeAws.start()) {
 *     aws.secret("twilio", "1".repeat(32));
 *     SecretsManagerClient client = SecretsManagerClient.builder().endpointOverride(aws.url()).build();
 *     client.getSecretValue(request -> request.secretId("twilio"));
 *     aws.secret("twilio", "2".repeat(32));                  // rotated
 *     assertThat(aws.requests("GetSecretValue")).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Thread-safe.
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

    /** Starts on a free port. */
    public static FakeAws start() {
        return start(call -> {});
    }

    /** Starts on a free port, and passes each request to a listener. */
    public static FakeAws start(Consumer<AwsCall> listener) {
        return new FakeAws(listener);
    }

    /** The base URL, for your client's {@code endpointOverride}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Sets a secret, or replaces it. */
    public FakeAws secret(String id, String value) {
        vault.secret(id, value);
        return this;
    }

    /** Sets a secret, or replaces it. */
    public FakeAws secret(String id, Secret value) {
        return secret(id, value.reveal());
    }

    /** Sets a parameter, or replaces it. */
    public FakeAws parameter(String name, String value) {
        vault.parameter(name, value);
        return this;
    }

    /** Sets a parameter, or replaces it. */
    public FakeAws parameter(String name, Secret value) {
        return parameter(name, value.reveal());
    }

    /** All published events, in order. */
    public List<PublishedEvent> events() {
        return events.all();
    }

    /** Adds a listener for events published from now on. It runs before the publisher gets its response. */
    public FakeAws onEvent(Consumer<PublishedEvent> listener) {
        events.listen(listener);
        return this;
    }

    /** Answers the next request for this operation, such as {@code GetSecretValue}, with an error. */
    public FakeAws failNext(String operation, int status, String code) {
        faults.failNext(operation, status, code);
        return this;
    }

    /** Rejects the entries at these positions, counted from 0, in each of the next PutEvents requests. */
    public FakeAws refuseEntries(int requests, Integer... positions) {
        events.refuse(requests, List.of(positions));
        return this;
    }

    /** The number of requests for this operation so far. */
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
                        return json(execute(operation, JSON.readTree(request.body())), 200);
                    } catch (AwsError e) {
                        return error(400, e.code());
                    } catch (IOException e) {
                        return error(400, "SerializationException");
                    }
                });
    }

    private ObjectNode execute(String operation, JsonNode request) {
        return switch (operation) {
            case "GetSecretValue" -> vault.getSecretValue(request);
            case "GetParameter" -> vault.getParameter(request);
            case "GetParametersByPath" -> vault.getParametersByPath(request);
            case "PutEvents" -> events.put(request);
            default -> throw new AwsError("UnknownOperationException");
        };
    }

    private static WebhookResponse error(int status, String code) {
        return json(JSON.createObjectNode().put("__type", code).put("message", "Error from FakeAws: " + code), status);
    }

    private static WebhookResponse json(ObjectNode json, int status) {
        return WebhookResponse.bytes(AMZ_JSON, json.toString().getBytes(StandardCharsets.UTF_8))
                .withStatus(status);
    }
}
