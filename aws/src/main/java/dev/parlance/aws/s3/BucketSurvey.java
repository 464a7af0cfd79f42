package dev.parlance.aws.s3;

import dev.parlance.prompt.PromptException;
import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.SeedSurvey;
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
 * A survey that lies in a bucket: {@code survey.json} with {@code prompts/} beside it; or that of the Twilio SAM template, {@code
 * survey-config.json} with {@code voice-prompts/}. {@link SurveyUpload} puts it there.
 *
 * <pre>{@code
 * BucketSurvey survey = BucketSurvey.in("surveys", S3Client.create());
 * Surveys.of(survey.current()) …
 * }</pre>
 *
 * <p>Once a minute it looks whether something has changed, by the objects' tags, and reads what has. A version with a fault is
 * not taken up: the one before stays, and the log has all that is wrong. Safe for use by several threads.
 */
public final class BucketSurvey {
    private static final System.Logger LOG = System.getLogger(BucketSurvey.class.getName());
    private static final String SEED_LANGUAGE = "en-US";

    private final Bucket bucket;
    private final String prefix;
    private final String defaultLanguage;
    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<SurveyNames, Bucket.Content> definitions = new EnumMap<>(SurveyNames.class);
    private final Map<SurveyNames, BucketPrompts> prompts = new EnumMap<>(SurveyNames.class);

    @Nullable
    private volatile Loaded loaded;

    private record Loaded(String state, Survey survey, Instant lookAgain) {}

    private BucketSurvey(Bucket bucket, String prefix, String defaultLanguage, Duration interval, Clock clock) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.defaultLanguage = defaultLanguage;
        this.interval = interval;
        this.clock = clock;
    }

    /** The survey in this bucket; the client is not closed. Nothing is read yet. */
    public static BucketSurvey in(String bucket, S3Client client) {
        return new BucketSurvey(
                new Bucket(client, bucket), "", SEED_LANGUAGE, Duration.ofMinutes(1), Clock.systemUTC());
    }

    /** The survey below a prefix, such as {@code coffee/}. */
    public BucketSurvey below(String newPrefix) {
        return new BucketSurvey(bucket, newPrefix, defaultLanguage, interval, clock);
    }

    /** The language to fall back to, where the survey is that of the template, which does not say it: else {@code en-US}. */
    public BucketSurvey defaultLanguage(String tag) {
        return new BucketSurvey(bucket, prefix, tag, interval, clock);
    }

    /** Looks for changes this often. */
    public BucketSurvey lookingEvery(Duration newInterval, Clock newClock) {
        return new BucketSurvey(bucket, prefix, defaultLanguage, newInterval, newClock);
    }

    /**
     * The survey.
     *
     * @throws PromptException with all that is wrong in its prompts, if there was none without faults before
     * @throws SurveyException with all that is wrong in its definition, if there was none without faults before
     * @throws StoreException if the bucket cannot be read, and never could
     */
    public Survey current() {
        Loaded before = loaded;
        if (before == null) {
            looking.lock();
        } else if (clock.instant().isBefore(before.lookAgain()) || !looking.tryLock()) {
            return before.survey();
        }
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    private Survey look() {
        Loaded before = loaded;
        if (before != null && clock.instant().isBefore(before.lookAgain())) {
            return before.survey();
        }
        Instant lookAgain = clock.instant().plus(interval);
        try {
            Loaded next = look(before, lookAgain);
            loaded = next;
            return next.survey();
        } catch (SurveyException | PromptException | StoreException e) {
            if (before == null) {
                throw e;
            }
            LOG.log(Level.WARNING, "The survey before stays. " + e.getMessage());
            loaded = new Loaded(before.state(), before.survey(), lookAgain);
            return before.survey();
        }
    }

    private Loaded look(@Nullable Loaded before, Instant lookAgain) {
        try {
            for (SurveyNames names : SurveyNames.ALL) {
                Optional<Bucket.Content> found =
                        bucket.getIfChanged(prefix + names.definition(), definitions.get(names));
                if (found.isPresent()) {
                    definitions.put(names, found.get());
                    return look(names, found.get(), before, lookAgain);
                }
            }
        } catch (SdkException | IOException e) {
            throw new StoreException("The survey in " + this + " cannot be read: " + e.getMessage(), e);
        }
        throw new SurveyException("There is no survey in " + this + ": it has neither survey.json with prompts/, nor"
                + " survey-config.json with voice-prompts/. Put it there with: parlance upload FOLDER " + this);
    }

    private Loaded look(SurveyNames names, Bucket.Content definition, @Nullable Loaded before, Instant lookAgain)
            throws IOException {
        BucketPrompts source =
                prompts.computeIfAbsent(names, any -> new BucketPrompts(bucket, prefix + names.prompts()));
        List<S3Object> listed = source.list();
        StringBuilder state = new StringBuilder(definition.etag());
        listed.forEach(
                object -> state.append('\n').append(object.key()).append(' ').append(object.eTag()));
        if (before != null && before.state().contentEquals(state)) {
            return new Loaded(before.state(), before.survey(), lookAgain);
        }
        PromptSource files = new Files(source.description(), source.files(listed));
        String json = definition.bytes().asUtf8String();
        Survey survey = names == SurveyNames.OWN
                ? Survey.parse(names.definition(), json, Prompts.from(files))
                : SeedSurvey.parse(names.definition(), json, SeedSurvey.prompts(files, defaultLanguage));
        return new Loaded(state.toString(), survey, lookAgain);
    }

    private record Files(String description, List<PromptFile> files) implements PromptSource {}

    /** Where it is: {@code s3://surveys/coffee}. */
    @Override
    public String toString() {
        return (bucket + "/" + prefix).replaceFirst("/$", "");
    }
}
