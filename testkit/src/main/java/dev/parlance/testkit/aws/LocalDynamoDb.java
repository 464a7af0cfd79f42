package dev.parlance.testkit.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs AWS's DynamoDB Local, in memory. Add {@code com.amazonaws:DynamoDBLocal} to the class path of your tests.
 *
 * <pre>{@code
 * try (LocalDynamoDb dynamoDb = LocalDynamoDb.start()) {
 *     DynamoDbClient client = DynamoDbClient.builder().endpointOverride(dynamoDb.url()).build();
 * }
 * }</pre>
 */
public final class LocalDynamoDb implements AutoCloseable {
    private static final String MAIN = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

    private final JavaProcess process;
    private final ForwardingProxy proxy;

    private LocalDynamoDb(JavaProcess process, ForwardingProxy proxy) {
        this.process = process;
        this.proxy = proxy;
    }

    /** Starts on a free port. Takes a second or two. */
    public static LocalDynamoDb start() {
        return start(call -> {});
    }

    /** Starts on a free port, and passes each request to a listener. */
    public static LocalDynamoDb start(Consumer<AwsCall> listener) {
        int port = JavaProcess.freePort();
        List<String> arguments =
                List.of(MAIN, "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port));
        JavaProcess process =
                JavaProcess.start(List.of("-Xmx512m"), JavaProcess.ownClassPath(), arguments, Map.of(), line -> {});
        process.awaitPort(port);
        return new LocalDynamoDb(process, ForwardingProxy.inFrontOf(port, false, listener));
    }

    /** The base URL, for your client's {@code endpointOverride}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + proxy.port());
    }

    @Override
    public void close() {
        proxy.close();
        process.close();
    }
}
