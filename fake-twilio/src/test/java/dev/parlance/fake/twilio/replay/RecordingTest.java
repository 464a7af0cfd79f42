package dev.parlance.fake.twilio.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of a recording. */
class RecordingTest {
    @TempDir
    private Path folder;

    @Test
    void a_saved_recording_is_read_again() {
        WebhookRequest request = WebhookRequest.post("https://events.twilio.com/v1/Sinks?PageSize=5")
                .withForm("SinkType", "webhook", "Description", "a", "Description", "b");
        WebhookResponse response = WebhookResponse.json("{\"date_created\": \"2026-11-30T07:00:00Z\"}")
                .withStatus(201)
                .withHeader("Retry-After", "1");
        Exchange exchange = new ExchangeMask(false).of("events.twilio.com", request, response);
        Recording recording = new Recording(List.of(exchange));
        Path file = folder.resolve("new").resolve("sinks.json");

        recording.save(file);

        assertThat(Recording.load(file).exchanges()).containsExactly(exchange);
        assertThat(Recording.load(file)).hasToString(recording.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a'| line 1 is not JSON",
                "{}| format must be \"parlance-recording\"",
                "{'format':'parlance-recording','version':2}| version must be 1",
                "{'format':'parlance-recording','version':1}| exchanges must be a list",
                "{'format':'parlance-recording','version':1,'exchanges':[{}]}| exchanges[0].request must be an object",
                "{'format':'parlance-recording','version':1,'exchanges':[{'request':{'method':'GET','host':'h'},"
                        + "'answer':{'status':200}}]}| exchanges[0].request.path must be a text",
                "{'format':'parlance-recording','version':1,'exchanges':[{'request':{'method':'GET','host':'h','path':'/',"
                        + "'query':{'a':'b'}},'answer':{'status':200}}]}| exchanges[0].request.query.a must be a list of texts",
                "{'format':'parlance-recording','version':1,'exchanges':[{'request':{'method':'GET','host':'h','path':'/'},"
                        + "'answer':{'status':99}}]}| exchanges[0].answer.status must be between 200 and 599"
            })
    void a_problem_in_a_file_is_reported_with_its_place(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), json.replace('\'', '"'));
        assertThatThrownBy(() -> Recording.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file + ": " + message);
    }

    @Test
    void a_missing_file_is_reported() {
        assertThatThrownBy(() -> Recording.load(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json can't be read");
    }
}
