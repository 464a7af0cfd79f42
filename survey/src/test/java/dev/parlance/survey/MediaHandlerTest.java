package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.internal.Sha256;
import dev.parlance.survey.StoredMedia.Content;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.ServerLimits;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over HTTP. */
class MediaHandlerTest {
    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.hex(CONTENT);
    private static final String FILE = "/media/welcome-" + HASH + ".mp3";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebhookServer server;

    @BeforeAll
    static void start() {
        MediaHandler handler = new MediaHandler(
                List.of(hash -> Optional.of(new Content("audio/mpeg", CONTENT)).filter(content -> hash.equals(HASH))));
        server = WebhookServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ServerLimits.defaults(),
                Router.create().get("/media/{file}", handler));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_file_can_be_cached_for_ever() throws Exception {
        HttpResponse<String> response = request("GET", FILE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("0123456789");
        assertThat(response.headers().firstValue("Content-Type")).contains("audio/mpeg");
        assertThat(response.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(response.headers().firstValue("ETag")).contains("\"" + HASH + "\"");
        assertThat(response.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void a_head_request_gets_only_the_headers() throws Exception {
        HttpResponse<String> response = request("HEAD", FILE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"HASH\"", "W/\"HASH\"", "\"other\", \"HASH\"", "*"})
    void a_client_that_has_the_file_gets_a_304(String known) throws Exception {
        HttpResponse<String> response = request("GET", FILE, "If-None-Match", known.replace("HASH", HASH));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0123, bytes 0-3/10",
        "bytes=8-, 89, bytes 8-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=5-999, 56789, bytes 5-9/10",
        "bytes=-999, 0123456789, bytes 0-9/10"
    })
    void a_part_of_a_file(String range, String part, String contentRange) throws Exception {
        HttpResponse<String> response = request("GET", FILE, "Range", range);

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(part);
        assertThat(response.headers().firstValue("Content-Range")).contains(contentRange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=7-3", "bytes=-0"})
    void a_part_that_does_not_exist(String range) throws Exception {
        HttpResponse<String> response = request("GET", FILE, "Range", range);

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("Content-Range")).contains("bytes */10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=x-y"})
    void other_ranges_get_the_whole_file(String range) throws Exception {
        HttpResponse<String> response = request("GET", FILE, "Range", range);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("0123456789");
    }

    @Test
    void a_part_of_another_version_gets_the_whole_file() throws Exception {
        HttpResponse<String> response = request("GET", FILE, "Range", "bytes=0-3", "If-Range", "\"other\"");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/welcome.mp3",
                "/media/welcome-0000000000000000000000000000000000000000000000000000000000000000.mp3",
                "/media/..%2f..%2fsurvey.json",
                "/media/%2e%2e"
            })
    void nothing_else_is_served(String path) throws Exception {
        assertThat(request("GET", path).statusCode()).isEqualTo(404);
    }

    @Test
    void files_are_only_read() throws Exception {
        assertThat(request("POST", FILE).statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> request(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
