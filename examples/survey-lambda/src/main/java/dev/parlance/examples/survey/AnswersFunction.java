package dev.parlance.examples.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.SeedEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Texts their answers to people who have come to the end. The bus puts the end into a queue, whose delay lets the goodbye go
 * first.
 */
public final class AnswersFunction implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Application application = new Application(Setup.fromEnvironment());

    /** For the runtime. */
    public AnswersFunction() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        for (JsonNode message : JSON.readTree(input).path("Records")) {
            JsonNode event = JSON.readTree(message.path("body").asText());
            SeedEvents.textAnswers(event.path("detail").toString(), application.account());
        }
    }
}
