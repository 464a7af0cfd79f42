package dev.parlance.testkit.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * DynamoDB Local, AWS's own, in memory. It has to be on the class path of the tests: {@code com.amazonaws:DynamoDBLocal}.
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
    private final Gate gate;

    private LocalDynamoDb(JavaProcess process, Gate gate) {
        this.process = process;
        this.gate = gate;
    }

    /** Starts on a port that is free, in a second or two. */
    public static LocalDynamoDb start() {
        return start(call -> {});
    }

    /** The same, and tells of each request. */
    public static LocalDynamoDb start(Consumer<AwsCall> listener) {
        int port = JavaProcess.freePort();
        List<String> arguments =
                List.of(MAIN, "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port));
        JavaProcess process =
                JavaProcess.start(List.of("-Xmx512m"), JavaProcess.ownClassPath(), arguments, Map.of(), line -> {});
        process.awaitPort(port);
        return new LocalDynamoDb(process, Gate.before(port, false, listener));
    }

    /** Where it is reached. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + gate.port());
    }

    @Override
    public void close() {
        gate.close();
        process.close();
    }
}
