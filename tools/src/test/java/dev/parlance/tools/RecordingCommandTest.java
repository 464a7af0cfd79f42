package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings on the command line. */
class RecordingCommandTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String TEXT = """
            {"format": "parlance-recording", "version": 1, "exchanges": [
              {"request": {"method": "POST", "host": "api.twilio.com",
                 "path": "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json",
                 "form": {"To": ["+15005550101"], "Body": ["text-1"], "From": ["+15005550100"]}},
               "answer": {"status": 429, "contentType": "application/json", "retryAfter": "1",
                 "json": {"code": 20429, "message": "text-2", "more_info": "https://www.twilio.com/docs/errors/20429",
                   "status": 429}}}]}
            """;

    @TempDir
    private Path folder;

    private Run simulate(String... more) {
        List<String> all = new ArrayList<>(List.of("simulate", "--app", "http://localhost:9", "--port", "0", "--exit"));
        all.addAll(List.of(more));
        all.addAll(List.of("--", JAVA, "-cp", System.getProperty("java.class.path")));
        all.addAll(List.of(
                SampleApplication.class.getName(), folder.resolve("seen").toString()));
        return Run.of(all.toArray(String[]::new));
    }

    private Path textFile() throws IOException {
        return Files.writeString(folder.resolve("text.json"), TEXT);
    }

    @Test
    void an_application_is_recorded_with_its_own_account() throws IOException {
        Path file = folder.resolve("recorded.json");
        try (WebhookServer real = WebhookServer.start(0, request -> WebhookResponse.json("{\"status\": \"queued\"}"))) {
            Run run = simulate(
                    "--record",
                    file.toString(),
                    "--to",
                    "api.twilio.com",
                    "--at",
                    real.url().toString());
            assertThat(run.code()).isEqualTo(7);
        }

        assertThat(folder.resolve("seen")).content().startsWith("200 204\n");
        assertThat(folder.resolve("seen.account"))
                .content()
                .isEqualTo(System.getenv("TWILIO_ACCOUNT_SID") + " " + System.getenv("TWILIO_AUTH_TOKEN"));
        assertThat(file)
                .content()
                .contains("\"method\" : \"POST\"", "\"queued\"")
                .doesNotContain("hello");
    }

    @Test
    void an_application_gets_the_recorded_answers() throws IOException {
        simulate("--replay", textFile().toString());

        assertThat(folder.resolve("seen")).content().startsWith("429 204\n");
    }

    @Test
    void differences_are_listed() throws IOException {
        Run run = Run.of("recording", "diff", textFile().toString(), "--number", "+15005550100");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "/Messages.json: status: 429 in the recording, 201 in the fake", "1 requests, 2 differences.");
    }

    @Test
    void without_differences_the_exit_code_is_zero() throws IOException {
        Path file = folder.resolve("missing.json");
        Files.writeString(file, """
                {"format": "parlance-recording", "version": 1, "exchanges": [
                  {"request": {"method": "GET", "host": "api.twilio.com",
                     "path": "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM00000000000000000000000000000001.json"},
                   "answer": {"status": 404, "contentType": "application/json",
                     "json": {"code": 20404, "message": "text-1", "more_info": "https://www.twilio.com/docs/errors/20404",
                       "status": 404}}}]}
                """);

        Run run = Run.of("recording", "diff", file.toString());

        assertThat(run.out()).contains("1 requests, 0 differences.");
        assertThat(run.code()).isZero();
    }

    @Test
    void wrong_options_are_explained() throws IOException {
        String file = textFile().toString();
        assertThat(simulate("--record", file).err()).contains("--record needs --to");
        assertThat(simulate("--to", "api.twilio.com").err()).contains("--to needs --record");
        assertThat(simulate("--record", file, "--to", "example.org").err()).contains("is no host of Twilio");
        assertThat(simulate("--record", file, "--to", "api.twilio.com", "--replay", file)
                        .err())
                .contains("exclude each other");
        assertThat(Run.of("recording").err()).contains("Choose what to do: diff.");
        assertThat(Run.of("recording", "diff", folder.resolve("none").toString())
                        .err())
                .contains("can't be read");
    }
}
