package dev.parlance.testkit.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the S3 server S3Proxy, in memory. Add {@code org.gaul:s3proxy} to the class path of your tests.
 *
 * <pre>{@code
 * try (LocalS3 s3 = LocalS3.start()) {
 *     S3Client client = S3Client.builder().endpointOverride(s3.url()).build();
 * }
 * }</pre>
 *
 * <p>In S3 a conditional put is atomic. No local server we know of guarantees that, so requests to the same object are sent to
 * S3Proxy one at a time.
 */
public final class LocalS3 implements AutoCloseable {
    private static final String MAIN = "org.gaul.s3proxy.Main";

    /** S3Proxy redirects the error stream to its log. A log that writes to the error stream would loop. */
    private static final String NO_LOG = "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider";

    private final JavaProcess process;
    private final ForwardingProxy proxy;

    private LocalS3(JavaProcess process, ForwardingProxy proxy) {
        this.process = process;
        this.proxy = proxy;
    }

    /** Starts on a free port. Takes a second or two. */
    public static LocalS3 start() {
        return start(call -> {});
    }

    /** Starts on a free port, and passes each request to a listener. */
    public static LocalS3 start(Consumer<AwsCall> listener) {
        int port = JavaProcess.freePort();
        Path properties = properties(port);
        JavaProcess process = JavaProcess.start(
                List.of("-Xmx512m", NO_LOG),
                JavaProcess.ownClassPath(),
                List.of(MAIN, "--properties", properties.toString()),
                Map.of(),
                line -> {});
        process.awaitPort(port);
        return new LocalS3(process, ForwardingProxy.inFrontOf(port, true, listener));
    }

    private static Path properties(int port) {
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
