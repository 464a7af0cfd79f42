package dev.parlance.fake.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native library of AWS's runtime client. Each function would extract it to the same file in {@code /tmp}, so functions
 * that start at the same time would break each other. This class extracts it once.
 */
final class NativeRuntime {
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Path MUSL = Path.of("/etc/alpine-release");

    private NativeRuntime() {}

    /** The {@code java} option that points to the library. */
    static String option() {
        return "-D" + PROPERTY + "=" + Extracted.LIBRARY;
    }

    private static final class Extracted {
        static final Path LIBRARY = extract();

        private static Path extract() {
            String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
            String name = "/jni/libaws-lambda-jni.linux" + (Files.exists(MUSL) ? "_musl-" : "-") + architecture + ".so";
            try (InputStream in = Class.forName(MAIN).getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "AWS's runtime client has no native library for this platform: " + name);
                }
                Path file = Files.createTempFile("aws-lambda-jni", ".so");
                file.toFile().deleteOnExit();
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException("Can't extract the native library of AWS's runtime client", e);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "Add AWS's runtime client to the class path:"
                                + " com.amazonaws:aws-lambda-java-runtime-interface-client",
                        e);
            }
        }
    }
}
