package dev.parlance.aws.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parlance.survey.DueReport;
import dev.parlance.survey.Surveys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A Lambda function for a schedule, which does what is due in a survey: reminders, expiries, postponed calls, undelivered events.
 * It ignores its input, so any scheduler works. Run it about once a minute.
 *
 * <pre>{@code
 * public final class DueFunction extends DueSurveysHandler {
 *     public DueFunction() {
 *         super(() -> surveys);
 *     }
 * }
 * }</pre>
 */
public class DueSurveysHandler implements RequestStreamHandler {
    private final Supplier<Surveys> surveys;

    /** Creates a function that gets its surveys from the supplier each time. */
    public DueSurveysHandler(Supplier<Surveys> surveys) {
        this.surveys = surveys;
    }

    /** Writes the counts of everything done as the result, so that they appear in the caller's log. */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        DueReport report = surveys.get().runDue();
        String done = "{\"begun\":" + report.started() + ",\"reminded\":" + report.reminded() + ",\"expired\":"
                + report.expired() + ",\"published\":" + report.published() + ",\"failed\":" + report.failed() + "}";
        output.write(done.getBytes(StandardCharsets.UTF_8));
    }
}
