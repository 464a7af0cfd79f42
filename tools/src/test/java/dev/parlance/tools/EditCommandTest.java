package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class EditCommandTest {
    @Test
    void it_prints_where_the_page_is() throws IOException, InterruptedException {
        PipedReader printed = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(printed));
        Thread command = new Thread(() -> Parlance.run(
                new BufferedReader(Reader.nullReader()), out, out, "edit", "src/test/resources/samples/tea"));
        command.start();
        try {
            String line = new BufferedReader(printed).readLine();

            assertThat(line).startsWith("Open  http://localhost:");
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(line.substring("Open  ".length())))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(page.body()).contains("<title>Survey editor</title>");
        } finally {
            command.interrupt();
            command.join();
        }
    }

    @Test
    void a_folder_without_a_survey_is_an_error() {
        Run run = Run.of("edit", "src/test/resources");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no survey in src/test/resources");
    }
}
