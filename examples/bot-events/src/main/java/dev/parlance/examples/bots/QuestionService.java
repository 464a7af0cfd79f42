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

/** Client of the service that answers questions. Sends JSON and receives text piece by piece. */
final class QuestionService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_ANSWER_LENGTH = 100_000;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** For each piece of the answer. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private final URI url;

    QuestionService(URI url) {
        this.url = url;
    }

    static QuestionService from(Settings settings) {
        return new QuestionService(
                URI.create(settings.find("QUESTION_SERVICE_URL").orElse("http://localhost:8282/rag/query/stream")));
    }

    /** A service that is never called. */
    static QuestionService none() {
        return new QuestionService(URI.create("http://localhost"));
    }

    /**
     * Asks a question and passes on each piece of the answer as it arrives.
     *
     * @param asker identifies the conversation for the service
     */
    void ask(String question, String asker, Consumer<String> piece) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
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
            if (total > MAX_ANSWER_LENGTH) {
                throw new IOException("The answer is longer than " + MAX_ANSWER_LENGTH + " characters");
            }
            lineBreaks.accept(new String(buffer, 0, read));
        }
        lineBreaks.end();
    }
}
