package dev.parlance.examples.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.SeedEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Texts their answers to people who have come to the end, when the bus says so. */
public final class AnswersFunction implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Application application = new Application(Setup.fromEnvironment());

    /** For the runtime. */
    public AnswersFunction() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = JSON.readTree(input);
        letTheGoodbyeGoFirst();
        application.account().send(SeedEvents.answersByText(event.path("detail").toString()));
    }

    /** The bus can be faster than the reply to the last answer, which has the goodbye. */
    private static void letTheGoodbyeGoFirst() throws IOException {
        try {
            Thread.sleep(GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The function was ended before it could text the answers", e);
        }
    }
}
