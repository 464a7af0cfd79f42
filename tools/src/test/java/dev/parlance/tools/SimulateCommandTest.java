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
    void an_application_of_any_kind_is_started_with_the_account_and_ends_the_simulator() throws IOException {
        Path seen = folder.resolve("seen");

        Run run = simulate(seen);

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out())
                .contains("Open  http://localhost:", "http://localhost:9/incoming", "http://localhost:9/voice");
        assertThat(Files.readString(seen))
                .startsWith("201 204\nnull\n{")
                .contains("\"number\":\"+15005550006\",\"name\":\"Ben\"", "\"numbers\":[\"+15005550100\"]");
    }

    @Test
    void one_that_cannot_be_told_another_address_is_given_a_proxy() throws IOException {
        Path seen = folder.resolve("seen");

        simulate(seen, "--proxy", "--person", "+15005550009=Zoe");

        assertThat(Files.readString(seen))
                .startsWith("201 204\nhttp://")
                .contains("\"name\":\"Zoe\"")
                .doesNotContain("\"name\":\"Ana\"");
    }

    @Test
    void an_application_is_told_when_the_clock_is_moved_on() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        Router router = Router.create().post("/time", request -> {
            told.add(request.formParameters().required("now"));
            return WebhookResponse.noContent();
        });
        try (WebhookServer server = WebhookServer.start(0, router)) {
            simulate(folder.resolve("seen"), "--when-time-passes", server.url() + "/time");
        }

        assertThat(told)
                .singleElement()
                .satisfies(now ->
                        assertThat(Instant.parse(now)).isAfter(Instant.now().plus(Duration.ofMinutes(50))));
    }

    @Test
    void one_that_does_not_want_to_be_told_is_named_in_the_page() throws IOException {
        Path seen = folder.resolve("seen");

        simulate(seen, "--when-time-passes", "http://localhost:9/time");

        assertThat(Files.readString(seen)).startsWith("201 409\n");
    }

    private static Run simulate(Path seen, String... more) {
        String[] head = {"simulate", "--app", "http://localhost:9", "--texts", "/incoming", "--port", "0", "--exit"};
        String[] tail = {
            "--", JAVA, "-cp", System.getProperty("java.class.path"), SomeApplication.class.getName(), seen.toString()
        };
        String[] all = new String[head.length + more.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(more, 0, all, head.length, more.length);
        System.arraycopy(tail, 0, all, head.length + more.length, tail.length);
        return Run.of(all);
    }

    @Test
    void each_world_has_an_account_that_nobody_can_guess() throws IOException {
        simulate(folder.resolve("first"));
        simulate(folder.resolve("second"));

        String first = account("first");
        assertThat(first).matches("AC[0-9a-f]{32} [0-9a-f]{32}").isNotEqualTo(account("second"));
        assertThat(first).doesNotContain("0".repeat(32));
    }

    @Test
    void an_account_can_be_asked_for() throws IOException {
        simulate(folder.resolve("seen"), "--account-sid", "AC" + "1".repeat(32), "--auth-token", "asked for");

        assertThat(account("seen")).isEqualTo("AC" + "1".repeat(32) + " asked for");
        assertThat(Run.of("simulate", "--app", "http://localhost:9", "--account-sid", "AC1")
                        .err())
                .contains("An account SID must be AC followed by 32 hexadecimal digits");
    }

    private String account(String seen) throws IOException {
        return Files.readString(folder.resolve(seen + ".account"));
    }

    @Test
    void the_address_of_the_application_is_needed() {
        Run run = Run.of("simulate");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--app");
    }
}
