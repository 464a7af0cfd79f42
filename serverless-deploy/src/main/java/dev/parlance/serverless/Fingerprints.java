package dev.parlance.serverless;

import dev.parlance.account.TwilioAccount;
import dev.parlance.internal.Retries;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches and hashes the content of deployed files: functions through the API, public assets from their URL. Twilio does not
 * give access to protected and private assets.
 */
final class Fingerprints {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final long MAX_BYTES = 64L << 20; // Twilio's limit for an asset is 25 MiB

    private final TwilioAccount account;
    private final FunctionsApi api;
    private final Retries retries;

    /** Created on first use, which is rare, because the client holds a thread. */
    private static final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Fingerprints(TwilioAccount account, FunctionsApi api, Pause pause) {
        this.account = account;
        this.api = api;
        this.retries = Attempts.retries(pause);
    }

    /** The hash of a deployed file, or empty if Twilio does not give access to it. */
    Optional<String> of(Environment environment, DeployedFile file) {
        return open(environment, file).map(bytes -> {
            try {
                return Sha256.of(bytes).ofTheRest();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the deployed " + file, e);
            }
        });
    }

    /** The content of a deployed file, or empty if Twilio does not give access to it. */
    Optional<InputStream> open(Environment environment, DeployedFile file) {
        if (file.kind() == FileKind.FUNCTION) {
            byte[] text = api.files().content(environment, file).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new ByteArrayInputStream(text));
        }
        return file.visibility() == Visibility.PUBLIC ? fetch(environment.url(file.path())) : Optional.empty();
    }

    private Optional<InputStream> fetch(URI url) {
        // A cache may still hold the asset of the previous deployment; no cache has this URL.
        URI fresh = URI.create(account.reach(url) + "?fresh=" + UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(fresh)
                .header("Cache-Control", "no-cache")
                .build();
        try {
            Path file = Files.createTempFile("asset", "");
            try {
                boolean found = retries.run(() -> download(request, file), Fingerprints::retryAfter) == 200;
                InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
                if (found) {
                    return Optional.of(content);
                }
                content.close();
                return Optional.empty();
            } catch (RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (ServerFailure e) {
            throw new DeployException(
                    "Cannot read " + url + ": it responds with HTTP " + e.status + ", also when asked again."
                            + " Try again later",
                    e);
        } catch (IOException e) {
            throw unreadable(url, e);
        }
    }

    /** A response that says nothing about the file, only that the server has a problem now. */
    private static final class ServerFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        ServerFailure(int status) {
            super("HTTP " + status);
            this.status = status;
        }
    }

    private static Optional<Duration> retryAfter(RuntimeException failure) {
        return failure instanceof ServerFailure ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    private static int download(HttpRequest request, Path file) {
        int status = send(request, file);
        if (status >= 500 || status == 408 || status == 429) {
            throw new ServerFailure(status);
        }
        return status;
    }

    private static int send(HttpRequest request, Path file) {
        CompletableFuture<HttpResponse<Path>> response =
                Http.CLIENT.sendAsync(request, LimitedBody.file(file, MAX_BYTES));
        try {
            return response.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS).statusCode();
        } catch (ExecutionException | TimeoutException e) {
            response.cancel(true);
            throw unreadable(request.uri(), e.getCause() instanceof IOException broken ? broken : e);
        } catch (InterruptedException e) {
            response.cancel(true);
            throw Pause.interrupted(e);
        }
    }

    private static DeployException unreadable(URI url, Exception cause) {
        return new DeployException(
                "Cannot read " + url + " (" + cause.getClass().getSimpleName()
                        + (cause.getMessage() == null ? "" : ": " + cause.getMessage()) + ")",
                cause);
    }
}
