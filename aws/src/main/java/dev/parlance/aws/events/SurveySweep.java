package dev.parlance.aws.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.Sweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * A Lambda function for a schedule, which does what is due in a survey: reminders, expiries, postponed calls, undelivered events.
 * It ignores its input, so any scheduler works. Run it about once a minute.
 *
 * <pre>{@code
 * public final class DueFunction extends SurveySweep {
 *     public DueFunction() {
 *         super(() -> surveys);
 *     }
 * }
 * }</pre>
 */
public class SurveySweep implements RequestStreamHandler {
    private final Supplier<Surveys> surveys;
    private final Clock clock;

    /** Creates a function that gets its surveys from the supplier each time. */
    public SurveySweep(Supplier<Surveys> surveys) {
        this(surveys, Clock.systemUTC());
    }

    /** Creates a function with another clock. */
    public SurveySweep(Supplier<Surveys> surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    /** Writes the counts of everything done as the result, so that they appear in the caller's log. */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Sweep sweep = surveys.get().due(clock.instant());
        String done = "{\"begun\":" + sweep.begun() + ",\"reminded\":" + sweep.reminded() + ",\"expired\":"
                + sweep.expired() + ",\"published\":" + sweep.published() + ",\"failed\":" + sweep.failed() + "}";
        output.write(done.getBytes(StandardCharsets.UTF_8));
    }
}
