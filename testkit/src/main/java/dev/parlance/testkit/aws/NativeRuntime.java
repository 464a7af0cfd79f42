package dev.parlance.testkit.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of AWS's runtime client. Each function would write it to the same place in {@code /tmp} by itself, and those that
 * start at the same time would break each other.
 */
final class NativeRuntime {
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Path MUSL = Path.of("/etc/alpine-release");

    private NativeRuntime() {}

    /** The option of Java that says where it is; it is written once for this program. */
    static String option() {
        return "-D" + PROPERTY + "=" + Written.LIBRARY;
    }

    private static final class Written {
        static final Path LIBRARY = write();

        private static Path write() {
            String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
            String name = "/jni/libaws-lambda-jni.linux" + (Files.exists(MUSL) ? "_musl-" : "-") + architecture + ".so";
            try (InputStream in = Class.forName(MAIN).getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("AWS's runtime client has no part for this machine: " + name);
                }
                Path file = Files.createTempFile("aws-lambda-jni", ".so");
                file.toFile().deleteOnExit();
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException("The native part of AWS's runtime client cannot be written", e);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "AWS's runtime client is not on the class path:"
                                + " com.amazonaws:aws-lambda-java-runtime-interface-client",
                        e);
            }
        }
    }
}
