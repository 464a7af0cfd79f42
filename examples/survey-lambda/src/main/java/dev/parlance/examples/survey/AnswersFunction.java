package dev.parlance.examples.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.SamTemplateEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Texts respondents their answers after the survey. The event comes through a queue with a delay, so that the goodbye goes out
 * first.
 */
public final class AnswersFunction implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Application application = new Application(Setup.fromEnvironment());

    /** Called by Lambda. */
    public AnswersFunction() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        for (JsonNode message : JSON.readTree(input).path("Records")) {
            JsonNode event = JSON.readTree(message.path("body").asText());
            SamTemplateEvents.textAnswers(event.path("detail").toString(), application.account());
        }
    }
}
