package dev.parlance.survey;

import dev.parlance.Address;
import java.util.Optional;

/**
 * Results from an earlier application, in the format of the Twilio SAM template. A person who completed the survey there
 * counts as having completed it here.
 *
 * <pre>{@code
 * S3Results results = S3Results.in(S3Client.create(), "surveys", () -> survey);
 * Surveys surveys = Surveys.builder(survey).store(store).earlierResults(results).eventSink(results).build();
 * }</pre>
 */
@FunctionalInterface
public interface EarlierResults {
    /** A person's result: the JSON of {@code survey-results/15551112222.json}, or empty. */
    Optional<String> find(Address person);
}
