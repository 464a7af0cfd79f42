package dev.parlance.examples.bots;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.settings.Settings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** The service that knows the answers: asked by JSON, it answers with text that comes piece by piece. */
final class QuestionService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ANSWER = 100_000;
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** For the first piece, and for each of those behind it. */
    private static final Duration WAITING = Duration.ofSeconds(60);

    private final URI url;

    QuestionService(URI url) {
        this.url = url;
    }

    static QuestionService from(Settings settings) {
        return new QuestionService(
                URI.create(settings.find("QUESTION_SERVICE_URL").orElse("http://localhost:8282/rag/query/stream")));
    }

    /** One that is never asked. */
    static QuestionService none() {
        return new QuestionService(URI.create("http://localhost"));
    }

    /**
     * Asks, and hands on each piece of the answer as it comes.
     *
     * @param asker what the service may know conversations apart by
     */
    void ask(String question, String asker, Consumer<String> piece) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout((int) CONNECTING.toMillis());
        connection.setReadTimeout((int) WAITING.toMillis());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("query", question)
                    .put("type", "slack")
                    .put("user_name", asker)));
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("The service answered HTTP " + connection.getResponseCode());
        }
        try (Reader answer = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)) {
            if ("application/json".equals(connection.getContentType())) {
                piece.accept(JSON.readTree(answer).asText());
            } else {
                read(answer, piece);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static void read(Reader answer, Consumer<String> piece) throws IOException {
        LineBreaks lineBreaks = new LineBreaks(piece);
        char[] buffer = new char[1_024];
        int total = 0;
        for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
            total += read;
            if (total > LONGEST_ANSWER) {
                throw new IOException("The answer is longer than " + LONGEST_ANSWER + " characters");
            }
            lineBreaks.accept(new String(buffer, 0, read));
        }
        lineBreaks.end();
    }
}
