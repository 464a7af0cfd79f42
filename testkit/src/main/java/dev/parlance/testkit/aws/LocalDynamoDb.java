package dev.parlance.testkit.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;

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
    private final int port;

    private LocalDynamoDb(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts on a port that is free, in a second or two. */
    public static LocalDynamoDb start() {
        int port = JavaProcess.freePort();
        List<String> arguments =
                List.of(MAIN, "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port));
        JavaProcess process = JavaProcess.start(List.of("-Xmx512m"), arguments, Map.of(), line -> {});
        process.awaitPort(port);
        return new LocalDynamoDb(process, port);
    }

    /** Where it is reached. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.close();
    }
}
