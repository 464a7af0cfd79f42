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
 * Does what is due in a survey when a schedule says so: reminders, ends, calls that were put off, events that could not be told.
 * The event itself does not matter, so any scheduler will do, each minute or so.
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

    /** Sweeps the survey that is given each time. */
    public SurveySweep(Supplier<Surveys> surveys) {
        this(surveys, Clock.systemUTC());
    }

    /** Sweeps by another clock. */
    public SurveySweep(Supplier<Surveys> surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    /** Answers with how much of each was done, so that it stands in the log of whoever calls. */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Sweep sweep = surveys.get().due(clock.instant());
        String done = "{\"begun\":" + sweep.begun() + ",\"reminded\":" + sweep.reminded() + ",\"expired\":"
                + sweep.expired() + ",\"published\":" + sweep.published() + ",\"failed\":" + sweep.failed() + "}";
        output.write(done.getBytes(StandardCharsets.UTF_8));
    }
}
