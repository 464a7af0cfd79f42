package dev.parlance.aws.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.survey.EarlierResults;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.Published;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.results.ResultJson;
import dev.parlance.survey.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps each person's results as a file, as the Twilio SAM template does: {@code survey-results/15005550006.json}, written anew
 * whenever something happens, whichever store has the sessions.
 *
 * <pre>{@code
 * S3Results results = S3Results.in("surveys", client, () -> survey);
 * Surveys.of(survey).earlier(results).tell(results);
 * }</pre>
 *
 * <p>A file that the template itself wrote is never overwritten: results of the same person go to {@code
 * survey-results/15005550006-2.json}. With {@link dev.parlance.survey.SurveysBuilder#earlier}, a person whose file says
 * that they completed the survey isn't asked again.
 *
 * <p>Two surveys in one bucket need two prefixes.
 */
public final class S3Results implements EventSink, EarlierResults {
    private static final String PREFIX = "survey-results/";
    private static final String JSON = ".json";
    private static final String BESIDE = "-2.json";
    private static final String SEQUENCE = "sequence";
    private static final int TRIES = 5;

    private final Bucket bucket;
    private final String prefix;
    private final Supplier<Survey> survey;

    private S3Results(Bucket bucket, String prefix, Supplier<Survey> survey) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.survey = survey;
    }

    /** Results in this bucket; the client is not closed. */
    public static S3Results in(String bucket, S3Client client, Supplier<Survey> survey) {
        return new S3Results(new Bucket(client, bucket), PREFIX, survey);
    }

    /** Results below this prefix, which ends with a slash. */
    public S3Results below(String newPrefix) {
        return new S3Results(bucket, newPrefix, survey);
    }

    /** What the template wrote of a person. */
    @Override
    public Optional<String> of(Address person) {
        if (!person.isPhone() || !person.id().startsWith("+")) {
            return Optional.empty();
        }
        try {
            return bucket.get(prefix + person.id().substring(1) + JSON)
                    .filter(S3Results::isTheTemplates)
                    .map(content -> content.bytes().asUtf8String());
        } catch (SdkException e) {
            throw new StoreException("The results in " + bucket + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isTheTemplates(Bucket.Content content) {
        return !content.metadata().containsKey(SEQUENCE);
    }

    @Override
    public int tell(List<Published> events) {
        Published last = events.get(events.size() - 1);
        ObjectNode json = ResultJson.of(survey.get(), last.session());
        String name = prefix + json.path("surveyTo").asText();
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                if (write(name, last.event().sequence(), json)) {
                    return events.size();
                }
            }
            return 0;
        } catch (SdkException e) {
            throw new StoreException("The results cannot be put into " + bucket + ": " + e.getMessage(), e);
        }
    }

    /** Two machines may tell at the same time: what is further on stays. */
    private boolean write(String name, long sequence, ObjectNode json) {
        String key = name + JSON;
        Optional<Bucket.Content> kept = bucket.get(key);
        if (kept.filter(S3Results::isTheTemplates).isPresent()) {
            key = name + BESIDE;
            kept = bucket.get(key);
        }
        boolean isBehind = kept.map(content -> content.metadata().get(SEQUENCE))
                .filter(known -> Long.parseLong(known) > sequence)
                .isPresent();
        return isBehind
                || bucket.putIf(
                                kept.map(Bucket.Content::etag).orElse(null),
                                key,
                                Map.of(SEQUENCE, Long.toString(sequence)),
                                json.toPrettyString())
                        .isPresent();
    }
}
