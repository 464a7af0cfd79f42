package dev.parlance.serverless;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.project.Content;
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
 * What deployed files hold: a function's text is had over the API, a public asset at its URL, and the content of other
 * assets Twilio shows to nobody.
 */
final class Fingerprints {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LARGEST = 64L << 20; // Twilio takes assets of 25 MiB

    private final TwilioAccount account;
    private final FunctionsApi api;
    /** Made when it is first needed, which is seldom: it keeps a thread. */
    private static final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Fingerprints(TwilioAccount account, FunctionsApi api) {
        this.account = account;
        this.api = api;
    }

    /** The hash of a file that runs, or empty if there is no way to know. */
    Optional<String> of(Environment environment, DeployedFile file) {
        return open(environment, file).map(bytes -> {
            try {
                return Content.measure(bytes).sha256();
            } catch (IOException e) {
                throw new UncheckedIOException("The " + file + " that runs cannot be read", e);
            }
        });
    }

    /** The bytes of a file that runs, or empty if Twilio does not show them. */
    Optional<InputStream> open(Environment environment, DeployedFile file) {
        if (file.kind() == FileKind.FUNCTION) {
            byte[] text = api.files().content(environment, file).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new ByteArrayInputStream(text));
        }
        return file.visibility() == Visibility.PUBLIC ? fetch(environment.url(file.path())) : Optional.empty();
    }

    private Optional<InputStream> fetch(URI url) {
        // A cache on the way may still have the asset of the deployment before: no cache has this URL.
        URI fresh = URI.create(account.reach(url) + "?fresh=" + UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(fresh)
                .header("Cache-Control", "no-cache")
                .build();
        try {
            Path file = Files.createTempFile("asset", "");
            boolean isThere = download(request, file) == 200;
            InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            if (isThere) {
                return Optional.of(content);
            }
            content.close();
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(url, e);
        }
    }

    private static int download(HttpRequest request, Path file) throws IOException {
        CompletableFuture<HttpResponse<Path>> answer = Http.CLIENT.sendAsync(request, LimitedBody.file(file, LARGEST));
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            Files.deleteIfExists(file);
            throw unreadable(request.uri(), e.getCause() instanceof IOException broken ? broken : e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Files.deleteIfExists(file);
            throw Pause.interrupted(e);
        }
    }

    private static DeployException unreadable(URI url, Exception cause) {
        return new DeployException(
                url + " cannot be read (" + cause.getClass().getSimpleName()
                        + (cause.getMessage() == null ? "" : ": " + cause.getMessage()) + ")",
                cause);
    }
}
