package dev.parlance.tools;

import dev.parlance.aws.s3.SurveyUpload;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploads a survey to a bucket, from which functions read it. */
@Command(
        name = "upload",
        description =
                "Checks a survey and uploads it to an S3 bucket, prompts first. Deletes prompts in the bucket that are not in"
                        + " the folder. Uses the same credentials and region as the aws command.",
        mixinStandardHelpOptions = true)
final class UploadCommand implements Callable<Integer> {
    private static final Pattern LOCATION = Pattern.compile("s3://([a-z0-9.-]{3,63})(?:/(.*))?");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "Folder with survey.json and prompts, or survey-config.json and voice-prompts.")
    private Path folder = Path.of("survey");

    @Parameters(index = "1", paramLabel = "s3://BUCKET[/PREFIX]", description = "Where to upload the survey.")
    private String location = "";

    @Override
    public Integer call() {
        Matcher parts = LOCATION.matcher(location);
        if (!parts.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + location + "\" is not an S3 location such as s3://surveys/coffee");
        }
        String prefix = parts.group(2) == null || parts.group(2).isEmpty()
                ? ""
                : parts.group(2).replaceFirst("/?$", "/");
        try (S3Client client =
                S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
            SurveyUpload.Result done = SurveyUpload.of(folder).to(client, parts.group(1), prefix);
            PrintWriter out = spec.commandLine().getOut();
            done.uploaded().forEach(key -> out.println("uploaded " + key));
            done.deleted().forEach(key -> out.println("deleted  " + key));
            out.printf(
                    "%s, version %s%n",
                    done.survey().name(), done.survey().revision().substring(0, 8));
            return 0;
        }
    }
}
