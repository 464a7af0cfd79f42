package dev.parlance.aws.s3;

import dev.parlance.prompt.MediaFile;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Uploads a survey from a folder to a bucket, for {@link BucketSurvey} to read. A survey with problems is not uploaded.
 *
 * <pre>{@code
 * SurveyUpload.Result result = SurveyUpload.of(Path.of("survey")).to(S3Client.create(), "surveys", "");
 * }</pre>
 */
public final class SurveyUpload {
    private final Path folder;

    private SurveyUpload(Path folder) {
        this.folder = folder;
    }

    /** Uploads the survey of this folder. */
    public static SurveyUpload of(Path folder) {
        return new SurveyUpload(folder);
    }

    /** The uploaded survey, and the names of the objects that were written and deleted. */
    public record Result(Survey survey, List<String> uploaded, List<String> deleted) {}

    /**
     * Uploads the survey below a prefix, which must be empty or end with a slash. The definition comes last, so that nobody reads
     * it without its prompts, recordings and pictures. Prompt files that are in the bucket but not in the folder are deleted, because their languages would
     * still be offered.
     *
     * @throws dev.parlance.prompt.PromptException with all problems of the prompts
     * @throws dev.parlance.survey.definition.SurveyException with all problems of the definition
     * @throws StoreException if the bucket can't be written
     */
    public Result to(S3Client client, String bucketName, String prefix) {
        Survey survey = SurveyFolder.at(folder).load();
        SurveyFiles names = SurveyFiles.ALL.stream()
                .filter(candidate -> Files.exists(folder.resolve(candidate.definition())))
                .findFirst()
                .orElseThrow();
        Bucket bucket = new Bucket(client, bucketName);
        List<String> put = new ArrayList<>();
        try {
            for (MediaFile file : survey.prompts().mediaFiles().values()) {
                bucket.put(prefix + file.name(), file.type(), file.content().orElseThrow());
                put.add(prefix + file.name());
            }
            for (Path file : files(folder.resolve(names.prompts()))) {
                put.add(put(bucket, prefix + names.prompts() + file.getFileName(), "text/plain; charset=utf-8", file));
            }
            put.add(put(bucket, prefix + names.definition(), "application/json", folder.resolve(names.definition())));
            List<String> stale = bucket.listAll(prefix + names.prompts()).stream()
                    .map(S3Object::key)
                    .filter(key -> !put.contains(key) && !key.endsWith("/"))
                    .toList();
            stale.forEach(bucket::delete);
            return new Result(survey, List.copyOf(put), stale);
        } catch (SdkException e) {
            throw new StoreException("The survey can't be written to " + bucket + ": " + e.getMessage(), e);
        }
    }

    private static String put(Bucket bucket, String key, String type, Path file) {
        try {
            bucket.put(key, type, Files.readAllBytes(file));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + folder, e);
        }
    }
}
