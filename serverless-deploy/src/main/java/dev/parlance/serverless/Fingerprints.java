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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What deployed files hold: a function's text is had over the API, a public asset at its URL, and the content of other
 * assets Twilio shows to nobody.
 */
final class Fingerprints {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TwilioAccount account;
    private final FunctionsApi api;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Fingerprints(TwilioAccount account, FunctionsApi api) {
        this.account = account;
        this.api = api;
    }

    /** The hash of a file that runs, or empty if there is no way to know. */
    Optional<String> of(Service service, Environment environment, DeployedFile file) {
        return open(service, environment, file).map(bytes -> {
            try {
                return Content.measure(bytes).sha256();
            } catch (IOException e) {
                throw new UncheckedIOException("The " + file + " that runs cannot be read", e);
            }
        });
    }

    /** The bytes of a file that runs, or empty if Twilio does not show them. */
    Optional<InputStream> open(Service service, Environment environment, DeployedFile file) {
        if (file.kind() == FileKind.FUNCTION) {
            byte[] text = api.content(service, file).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new ByteArrayInputStream(text));
        }
        return file.visibility() == Visibility.PUBLIC ? fetch(environment.url(file.path())) : Optional.empty();
    }

    private Optional<InputStream> fetch(URI url) {
        // A cache on the way may still have the asset of the deployment before: no cache has this URL.
        URI fresh = URI.create(account.reach(url) + "?fresh=" + UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(fresh)
                .timeout(PATIENCE)
                .header("Cache-Control", "no-cache")
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return Optional.of(answer.body());
            }
            answer.body().close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(url + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("It was interrupted", e);
        }
    }
}
