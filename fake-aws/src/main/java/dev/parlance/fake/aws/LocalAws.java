package dev.parlance.fake.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A server of DynamoDB or S3 on this machine, in memory and on a free port. It runs in its own process, which takes a second
 * or two to start.
 *
 * <pre>{@code
 * try (LocalAws dynamoDb = LocalAws.startDynamoDb()) {
 *     DynamoDbClient client = DynamoDbClient.builder().endpointOverride(dynamoDb.url()).build();
 * }
 * }</pre>
 *
 * <p>DynamoDB is AWS's own DynamoDB Local: add {@code com.amazonaws:DynamoDBLocal} to the class path of your tests. S3 is
 * S3Proxy: add {@code org.gaul:s3proxy}.
 */
public final class LocalAws implements AutoCloseable {
    private static final String DYNAMO_DB = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";
    private static final String S3 = "org.gaul.s3proxy.Main";
    private static final String MEMORY = "-Xmx512m";

    /** S3Proxy redirects the error stream to its log. A log that writes to the error stream would loop. */
    private static final String NO_LOG = "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider";

    private final JavaProcess process;
    private final ForwardingProxy proxy;

    private LocalAws(
            int port, List<String> options, List<String> command, boolean oneAtATime, Consumer<AwsCall> listener) {
        process = JavaProcess.start(options, JavaProcess.ownClassPath(), command, Map.of(), line -> {});
        process.awaitPort(port);
        proxy = ForwardingProxy.inFrontOf(port, oneAtATime, listener);
    }

    /** Starts DynamoDB. */
    public static LocalAws startDynamoDb() {
        return startDynamoDb(call -> {});
    }

    /** Starts DynamoDB, and passes each request to a listener. */
    public static LocalAws startDynamoDb(Consumer<AwsCall> listener) {
        int port = JavaProcess.freePort();
        List<String> command =
                List.of(DYNAMO_DB, "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port));
        return new LocalAws(port, List.of(MEMORY), command, false, listener);
    }

    /** Starts S3. */
    public static LocalAws startS3() {
        return startS3(call -> {});
    }

    /**
     * Starts S3, and passes each request to a listener. In S3 a conditional put is atomic, which no local server we know of
     * guarantees, so requests for the same object are sent to S3Proxy one at a time.
     */
    public static LocalAws startS3(Consumer<AwsCall> listener) {
        int port = JavaProcess.freePort();
        List<String> command = List.of(S3, "--properties", s3Properties(port).toString());
        return new LocalAws(port, List.of(MEMORY, NO_LOG), command, true, listener);
    }

    private static Path s3Properties(int port) {
        try {
            Path file = Files.createTempFile("s3proxy", ".properties");
            file.toFile().deleteOnExit();
            Files.writeString(file, """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=none
                    jclouds.provider=transient-nio2
                    jclouds.identity=local
                    jclouds.credential=local
                    """.formatted(port));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the settings file of S3Proxy", e);
        }
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
