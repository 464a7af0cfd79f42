package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.aws.LocalAws;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadCommandTest {
    private static final Map<String, String> CREDENTIALS = Map.of(
            "aws.accessKeyId", "local",
            "aws.secretAccessKey", "local",
            "aws.region", "us-east-1");

    @TempDir
    private Path folder;

    private static LocalAws s3;

    @BeforeAll
    static void startS3() throws Exception {
        s3 = LocalAws.startS3();
        send(HttpRequest.newBuilder(s3.url().resolve("/surveys")).PUT(BodyPublishers.noBody()));
    }

    @AfterAll
    static void stopS3() {
        s3.close();
    }

    @BeforeEach
    void a_survey_and_credentials() throws Exception {
        Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(
                folder.resolve("survey.json"),
                "{\"name\": \"tea\", \"questions\": [{\"id\": \"taste\", \"kind\": \"rating\", \"least\": 1, \"most\": 5}]}");
        Files.writeString(folder.resolve("prompts/en.env"), "taste=How was it?\n");
        CREDENTIALS.forEach(System::setProperty);
        System.setProperty("aws.endpointUrlS3", s3.url().toString());
    }

    @AfterEach
    void stop() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrlS3");
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    private String object(String key) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(s3.url() + "/surveys/" + key)));
    }

    @Test
    void a_survey_is_uploaded_under_the_prefix_and_each_object_is_listed() throws Exception {
        Run run = Run.of("upload", folder.toString(), "s3://surveys/hot/tea");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .startsWith("uploaded hot/tea/prompts/en.env", "uploaded hot/tea/survey.json")
                .last()
                .asString()
                .startsWith("tea, version ");
        assertThat(object("hot/tea/prompts/en.env")).isEqualTo("taste=How was it?\n");
    }

    @Test
    void a_survey_with_a_problem_is_not_uploaded_and_the_problem_is_printed() throws Exception {
        Files.writeString(folder.resolve("prompts/en.env"), "test=How was it?\n");

        Run run = Run.of("upload", folder.toString(), "s3://surveys");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("survey.json:1", "taste");
        assertThat(object("survey.json")).contains("NoSuchKey");
    }

    @Test
    void a_missing_bucket_is_reported_without_a_stack_trace() {
        Run run = Run.of("upload", folder.toString(), "s3://nobodys");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("s3://nobodys").doesNotContain("\tat ");
    }

    @Test
    void an_invalid_location_is_refused() throws IOException {
        Run run = Run.of("upload", folder.toString(), "surveys");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\"surveys\" is not an S3 location such as s3://surveys/coffee");
    }
}
