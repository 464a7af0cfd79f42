package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void the_command_is_started_with_the_account_and_its_end_stops_the_simulator() throws IOException {
        Path seen = folder.resolve("seen");

        Run run = simulate(seen);

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out())
                .contains("Open  http://localhost:", "http://localhost:9/incoming", "http://localhost:9/voice");
        assertThat(Files.readString(seen))
                .startsWith("201 204\nnull\n{")
                .contains(
                        "\"number\":\"+15005550006\",\"name\":\"Ben\"",
                        "\"numbers\":[\"+15005550100\",\"whatsapp:+15005550100\"]");
    }

    @Test
    void with_the_proxy_option_the_command_gets_a_proxy() throws IOException {
        Path seen = folder.resolve("seen");

        simulate(seen, "--proxy", "--person", "+15005550009=Zoe");

        assertThat(Files.readString(seen))
                .startsWith("201 204\nhttp://")
                .contains("\"name\":\"Zoe\"")
                .doesNotContain("\"name\":\"Ana\"");
    }

    @Test
    void the_application_is_notified_when_the_clock_moves() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        Router router = Router.create().post("/time", request -> {
            received.add(request.formParameters().required("now"));
            return WebhookResponse.noContent();
        });
        try (WebhookServer server = WebhookServer.start(0, router)) {
            simulate(folder.resolve("seen"), "--when-time-passes", server.url() + "/time");
        }

        assertThat(received)
                .singleElement()
                .satisfies(now ->
                        assertThat(Instant.parse(now)).isAfter(Instant.now().plus(Duration.ofMinutes(50))));
    }

    @Test
    void a_failed_notification_about_the_clock_is_a_conflict() throws IOException {
        Path seen = folder.resolve("seen");

        simulate(seen, "--when-time-passes", "http://localhost:9/time");

        assertThat(Files.readString(seen)).startsWith("201 409\n");
    }

    private static Run simulate(Path seen, String... more) {
        String[] head = {"simulate", "--app", "http://localhost:9", "--texts", "/incoming", "--port", "0", "--exit"};
        String[] tail = {
            "--", JAVA, "-cp", System.getProperty("java.class.path"), SampleApplication.class.getName(), seen.toString()
        };
        String[] all = new String[head.length + more.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(more, 0, all, head.length, more.length);
        System.arraycopy(tail, 0, all, head.length + more.length, tail.length);
        return Run.of(all);
    }

    @Test
    void each_run_has_a_random_account() throws IOException {
        simulate(folder.resolve("first"));
        simulate(folder.resolve("second"));

        String first = account("first");
        assertThat(first).matches("AC[0-9a-f]{32} [0-9a-f]{32}").isNotEqualTo(account("second"));
        assertThat(first).doesNotContain("0".repeat(32));
    }

    @Test
    void the_account_can_be_set() throws IOException {
        simulate(folder.resolve("seen"), "--account-sid", "AC" + "1".repeat(32), "--auth-token", "my token");

        assertThat(account("seen")).isEqualTo("AC" + "1".repeat(32) + " my token");
        assertThat(Run.of("simulate", "--app", "http://localhost:9", "--account-sid", "AC1")
                        .err())
                .contains("An account SID must be AC followed by 32 hexadecimal digits");
    }

    private String account(String seen) throws IOException {
        return Files.readString(folder.resolve(seen + ".account"));
    }

    @Test
    void the_url_of_the_application_is_required() {
        Run run = Run.of("simulate");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--app");
    }
}
