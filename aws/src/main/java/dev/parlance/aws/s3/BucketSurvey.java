package dev.parlance.aws.s3;

import dev.parlance.prompt.PromptException;
import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.SamTemplateSurvey;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.store.StoreException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A survey in a bucket: {@code survey.json} and {@code prompts/}, and the recordings and pictures that the prompts name; or, as in the Twilio SAM template, {@code survey-config.json} and
 * {@code voice-prompts/}. {@link SurveyUpload} uploads it.
 *
 * <pre>{@code
 * BucketSurvey survey = BucketSurvey.in(S3Client.create(), "surveys");
 * Surveys surveys = Surveys.builder(survey.current()).store(store).build();
 * }</pre>
 *
 * <p>Once a minute, it checks the objects' ETags and reads what has changed. A version with problems is not used: the previous one
 * stays in use, and the problems are logged. Thread-safe.
 */
public final class BucketSurvey {
    private static final System.Logger LOG = System.getLogger(BucketSurvey.class.getName());
    private static final String SEED_LANGUAGE = "en-US";

    private final Bucket bucket;
    private final String prefix;
    private final String defaultLanguage;
    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Map<SurveyFiles, Bucket.Content> definitions = new EnumMap<>(SurveyFiles.class);
    private final Map<SurveyFiles, BucketPrompts> prompts = new EnumMap<>(SurveyFiles.class);
    private final BucketMedia media;

    @Nullable
    private volatile Loaded loaded;

    private record Loaded(String state, Survey survey, Instant nextCheck) {}

    private BucketSurvey(Bucket bucket, String prefix, String defaultLanguage, Duration interval, Clock clock) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.defaultLanguage = defaultLanguage;
        this.interval = interval;
        this.clock = clock;
        this.media = new BucketMedia(bucket, prefix);
    }

    /** The survey in this bucket. Nothing is read yet. The client is not closed. */
    public static BucketSurvey in(S3Client client, String bucket) {
        return new BucketSurvey(
                new Bucket(client, bucket), "", SEED_LANGUAGE, Duration.ofMinutes(1), Clock.systemUTC());
    }

    /** Returns a copy for the survey below a prefix, such as {@code coffee/}. */
    public BucketSurvey withPrefix(String newPrefix) {
        return new BucketSurvey(bucket, newPrefix, defaultLanguage, interval, clock);
    }

    /** Returns a copy with another default language for the template's survey. Default: {@code en-US}. */
    public BucketSurvey withDefaultLanguage(String tag) {
        return new BucketSurvey(bucket, prefix, tag, interval, clock);
    }

    /** Returns a copy that checks for changes at this interval. Default: one minute. */
    public BucketSurvey withRefreshInterval(Duration newInterval) {
        return new BucketSurvey(bucket, prefix, defaultLanguage, newInterval, clock);
    }

    /** Returns a copy with another clock. Default: the system clock. */
    public BucketSurvey withClock(Clock newClock) {
        return new BucketSurvey(bucket, prefix, defaultLanguage, interval, newClock);
    }

    /**
     * Returns the current survey.
     *
     * @throws PromptException with all problems of the prompts, if no earlier version could be loaded
     * @throws SurveyException with all problems of the definition, if no earlier version could be loaded
     * @throws StoreException if the bucket can't be read, and no earlier version could be loaded
     */
    public Survey current() {
        Loaded before = loaded;
        if (before == null) {
            refreshing.lock();
        } else if (clock.instant().isBefore(before.nextCheck()) || !refreshing.tryLock()) {
            return before.survey();
        }
        try {
            return refresh();
        } finally {
            refreshing.unlock();
        }
    }

    private Survey refresh() {
        Loaded before = loaded;
        if (before != null && clock.instant().isBefore(before.nextCheck())) {
            return before.survey();
        }
        Instant nextCheck = clock.instant().plus(interval);
        try {
            Loaded next = load(before, nextCheck);
            loaded = next;
            return next.survey();
        } catch (SurveyException | PromptException | StoreException e) {
            if (before == null) {
                throw e;
            }
            LOG.log(Level.WARNING, "The previous survey stays in use. " + e.getMessage());
            loaded = new Loaded(before.state(), before.survey(), nextCheck);
            return before.survey();
        }
    }

    private Loaded load(@Nullable Loaded before, Instant nextCheck) {
        try {
            for (SurveyFiles names : SurveyFiles.ALL) {
                Optional<Bucket.Content> found =
                        bucket.getIfChanged(prefix + names.definition(), definitions.get(names));
                if (found.isPresent()) {
                    definitions.put(names, found.get());
                    return load(names, found.get(), before, nextCheck);
                }
            }
        } catch (SdkException | IOException e) {
            throw new StoreException("The survey in " + this + " can't be read: " + e.getMessage(), e);
        }
        throw new SurveyException("There is no survey in " + this + ": it has neither survey.json with prompts/, nor"
                + " survey-config.json with voice-prompts/. Upload one with: parlance upload FOLDER " + this);
    }

    private Loaded load(SurveyFiles names, Bucket.Content definition, @Nullable Loaded before, Instant nextCheck)
            throws IOException {
        BucketPrompts source =
                prompts.computeIfAbsent(names, any -> new BucketPrompts(bucket, prefix + names.prompts()));
        List<S3Object> listed = source.list();
        StringBuilder state = new StringBuilder(definition.etag());
        listed.forEach(
                object -> state.append('\n').append(object.key()).append(' ').append(object.eTag()));
        if (before != null && before.state().equals(state + media.state())) {
            return new Loaded(before.state(), before.survey(), nextCheck);
        }
        PromptSource files = new Files(source.description(), source.files(listed));
        String json = definition.bytes().asUtf8String();
        Survey survey = names == SurveyFiles.OWN
                ? Survey.parse(
                        names.definition(),
                        json,
                        Prompts.builder(files).media(media).build())
                : SamTemplateSurvey.parse(names.definition(), json, SamTemplateSurvey.prompts(files, defaultLanguage));
        return new Loaded(state + media.state(), survey, nextCheck);
    }

    private record Files(String description, List<PromptFile> files) implements PromptSource {}

    /** The location, such as {@code s3://surveys/coffee}. */
    @Override
    public String toString() {
        return (bucket + "/" + prefix).replaceFirst("/$", "");
    }
}
