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
 * An S3 server, S3Proxy, in memory. It has to be on the class path of the tests: {@code org.gaul:s3proxy}.
 *
 * <pre>{@code
 * try (LocalS3 s3 = LocalS3.start()) {
 *     S3Client client = S3Client.builder().endpointOverride(s3.url()).build();
 * }
 * }</pre>
 *
 * <p>In S3 a put on a condition is one step. No local server that is known to us does that, so a gate before this one lets
 * the requests to each object through one at a time.
 */
public final class LocalS3 implements AutoCloseable {
    private static final String MAIN = "org.gaul.s3proxy.Main";

    /** It leads what is written to the error stream to its log, which must not lead there again. */
    private static final String WITHOUT_A_LOG = "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider";

    private final JavaProcess process;
    private final Gate gate;

    private LocalS3(JavaProcess process, Gate gate) {
        this.process = process;
        this.gate = gate;
    }

    /** Starts on a port that is free, in a second or two. */
    public static LocalS3 start() {
        return start(call -> {});
    }

    /** The same, and tells of each request. */
    public static LocalS3 start(Consumer<AwsCall> listener) {
        int port = JavaProcess.freePort();
        Path properties = properties(port);
        JavaProcess process = JavaProcess.start(
                List.of("-Xmx512m", WITHOUT_A_LOG),
                JavaProcess.ownClassPath(),
                List.of(MAIN, "--properties", properties.toString()),
                Map.of(),
                line -> {});
        process.awaitPort(port);
        return new LocalS3(process, Gate.before(port, true, listener));
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
            throw new UncheckedIOException("The settings of the S3 server cannot be written", e);
        }
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
