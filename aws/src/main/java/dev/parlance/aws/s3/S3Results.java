package dev.parlance.aws.s3;

import dev.parlance.Address;
import dev.parlance.survey.EarlierResults;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.SamTemplateEvents;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Writes each respondent's results to a file, as the Twilio SAM template does: {@code survey-results/15005550006.json}. The file is
 * rewritten after each event. Works with any store.
 *
 * <pre>{@code
 * S3Results results = S3Results.in(S3Client.create(), "surveys", () -> survey);
 * Surveys surveys = Surveys.builder(survey).store(store).earlierResults(results).eventSink(results).build();
 * }</pre>
 *
 * <p>Files that the template wrote are never overwritten: new results of the same person go to {@code
 * survey-results/15005550006-2.json}. With {@link dev.parlance.survey.SurveysBuilder#earlierResults}, people who have completed the
 * template's survey according to their file are not asked again.
 *
 * <p>If two surveys share a bucket, give each its own prefix.
 */
public final class S3Results implements EventSink, EarlierResults {
    private static final String PREFIX = "survey-results/";
    private static final String JSON = ".json";
    private static final String SECOND_FILE = "-2.json";
    private static final String SEQUENCE = "sequence";
    private static final int ATTEMPTS = 5;

    private final Bucket bucket;
    private final String prefix;
    private final Supplier<Survey> survey;

    private S3Results(Bucket bucket, String prefix, Supplier<Survey> survey) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.survey = survey;
    }

    /** Writes results to this bucket, below {@code survey-results/}. The client is not closed. */
    public static S3Results in(S3Client client, String bucket, Supplier<Survey> survey) {
        return new S3Results(new Bucket(client, bucket), PREFIX, survey);
    }

    /** Returns a copy that writes below this prefix, which must end with a slash. */
    public S3Results withPrefix(String newPrefix) {
        return new S3Results(bucket, newPrefix, survey);
    }

    /** Returns what the template wrote about a person. */
    @Override
    public Optional<String> find(Address person) {
        if (!person.isPhone() || !person.id().startsWith("+")) {
            return Optional.empty();
        }
        try {
            return bucket.get(prefix + digits(person) + JSON)
                    .filter(S3Results::isFromTemplate)
                    .map(content -> content.bytes().asUtf8String());
        } catch (SdkException e) {
            throw new StoreException("The results in " + bucket + " can't be read: " + e.getMessage(), e);
        }
    }

    private static boolean isFromTemplate(Bucket.Content content) {
        return !content.metadata().containsKey(SEQUENCE);
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        SurveyEvent last = events.get(events.size() - 1);
        String json = SamTemplateEvents.results(survey.get(), last.session());
        String name = prefix + digits(last.session().respondent());
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (write(name, last.sequence(), json)) {
                    return events.size();
                }
            }
            return 0;
        } catch (SdkException e) {
            throw new StoreException("The results can't be written to " + bucket + ": " + e.getMessage(), e);
        }
    }

    private static String digits(Address person) {
        return person.id().startsWith("+") ? person.id().substring(1) : person.id();
    }

    /** Writes the results unless another machine has already written later ones. */
    private boolean write(String name, long sequence, String json) {
        String key = name + JSON;
        Optional<Bucket.Content> existing = bucket.get(key);
        if (existing.filter(S3Results::isFromTemplate).isPresent()) {
            key = name + SECOND_FILE;
            existing = bucket.get(key);
        }
        boolean isBehind = existing.map(content -> content.metadata().get(SEQUENCE))
                .filter(stored -> Long.parseLong(stored) > sequence)
                .isPresent();
        return isBehind
                || bucket.putIf(
                                existing.map(Bucket.Content::etag).orElse(null),
                                key,
                                Map.of(SEQUENCE, Long.toString(sequence)),
                                json)
                        .isPresent();
    }
}
