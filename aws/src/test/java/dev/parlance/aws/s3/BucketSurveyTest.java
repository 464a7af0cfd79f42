package dev.parlance.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.aws.Clients;
import dev.parlance.aws.Engines;
import dev.parlance.aws.FaultyHttp;
import dev.parlance.aws.FaultyHttp.Fault;
import dev.parlance.prompt.PromptException;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class BucketSurveyTest {
    private static final String BUCKET = "surveys";
    private static S3Client client;

    private final String prefix = UUID.randomUUID() + "/";

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        client = Clients.s3(Engines.s3());
        client.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @BeforeEach
    void survey() throws IOException {
        Files.writeString(
                folder.resolve("survey.json"),
                "{\"name\":\"tea\",\"questions\":[{\"id\":\"rate\",\"kind\":\"number\",\"least\":1,\"most\":5}]}");
        prompts("en-US", "How was the tea?");
        prompts("fr-FR", "Comment était le thé ?");
    }

    private void prompts(String language, String question) throws IOException {
        Path prompts = Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(prompts.resolve(language + ".env"), "rate=" + question + "\n");
    }

    private SurveyUpload.Result upload() {
        return SurveyUpload.of(folder).to(client, BUCKET, prefix);
    }

    private List<String> keys() {
        return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private BucketSurvey watching(S3Client with) {
        return BucketSurvey.in(with, BUCKET).withPrefix(prefix).withRefreshInterval(Duration.ZERO);
    }

    @Test
    void recordings_and_pictures_are_uploaded_and_read_again_when_they_change() throws IOException {
        prompts(
                "en-US",
                "How was the tea?\nvoice=Polly.Joanna\nrate.image=cup.png\nrate.audio=audio/rate.mp3 https://media.example/b.mp3");
        prompts("fr-FR", "Comment était le thé ?\nvoice=Polly.Lea\nrate.audio=audio/rate.mp3");
        Files.createDirectories(folder.resolve("audio"));
        Files.writeString(folder.resolve("audio/rate.mp3"), "sound");
        Files.writeString(folder.resolve("audio/other.mp3"), "not named");
        Files.writeString(folder.resolve("cup.png"), "picture");
        upload();
        assertThat(keys()).contains("audio/rate.mp3", "cup.png").doesNotContain("audio/other.mp3");
        BucketSurvey survey = watching(client);

        Survey first = survey.current();
        assertThat(content(first, "audio/rate.mp3")).isEqualTo("sound");
        assertThat(content(first, "cup.png")).isEqualTo("picture");
        assertThat(survey.current()).isSameAs(first);

        Files.writeString(folder.resolve("audio/rate.mp3"), "another sound");
        upload();
        assertThat(content(survey.current(), "audio/rate.mp3")).isEqualTo("another sound");
        assertThat(survey.current().revision()).isNotEqualTo(first.revision());
    }

    private static String content(Survey survey, String file) {
        return new String(survey.prompts().mediaFiles().get(file).content().orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void an_uploaded_survey_can_be_read() {
        upload();

        assertThat(keys()).containsExactly("prompts/en-US.env", "prompts/fr-FR.env", "survey.json");
        assertThat(watching(client).current().revision())
                .isEqualTo(upload().survey().revision());
    }

    @Test
    void a_survey_with_problems_is_not_uploaded() throws IOException {
        Files.writeString(folder.resolve("prompts/fr-FR.env"), "rat=Comment ?\n");

        assertThatThrownBy(this::upload).isInstanceOf(PromptException.class).hasMessageContaining("rate");
        assertThat(keys()).isEmpty();
    }

    @Test
    void removing_a_language_from_the_folder_removes_it_from_the_bucket() throws IOException {
        upload();
        Files.delete(folder.resolve("prompts/fr-FR.env"));

        assertThat(upload().deleted()).containsExactly(prefix + "prompts/fr-FR.env");
        assertThat(watching(client).current().prompts().languages()).hasSize(1);
    }

    @Test
    void a_change_is_noticed_and_nothing_is_read_twice() throws IOException {
        upload();
        FaultyHttp http = new FaultyHttp(any -> Fault.NONE);
        try (S3Client counted =
                Clients.local(S3Client.builder(), Engines.s3()).httpClient(http).build()) {
            BucketSurvey survey = watching(counted);
            String first = survey.current().revision();
            assertThat(http.requests()).as("definition, list, two prompts").isEqualTo(4);
            assertThat(survey.current().revision()).isEqualTo(first);
            assertThat(http.requests()).as("check of the definition, list").isEqualTo(6);

            prompts("fr-FR", "Et le thé ?");
            upload();

            assertThat(survey.current().revision()).isNotEqualTo(first);
        }
    }

    @Test
    void nothing_is_requested_for_a_minute() {
        upload();
        FaultyHttp http = new FaultyHttp(any -> Fault.NONE);
        try (S3Client counted =
                Clients.local(S3Client.builder(), Engines.s3()).httpClient(http).build()) {
            BucketSurvey survey = BucketSurvey.in(counted, BUCKET).withPrefix(prefix);
            survey.current();
            int before = http.requests();
            survey.current();

            assertThat(http.requests()).isEqualTo(before);
        }
    }

    @Test
    void a_version_with_problems_is_not_used() {
        upload();
        BucketSurvey survey = watching(client);
        String good = survey.current().revision();

        client.putObject(
                put -> put.bucket(BUCKET).key(prefix + "prompts/fr-FR.env"), RequestBody.fromString("rate={oops\n"));

        assertThat(survey.current().revision()).isEqualTo(good);
        assertThatThrownBy(() -> watching(client).current()).isInstanceOf(PromptException.class);
    }

    @Test
    void the_error_for_an_empty_bucket_says_how_to_upload_a_survey() {
        assertThatThrownBy(() -> watching(client).current())
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("parlance upload");
    }

    @Test
    void the_templates_survey_is_uploaded_and_read_unchanged() throws IOException {
        Files.delete(folder.resolve("survey.json"));
        Files.writeString(
                folder.resolve("survey-config.json"),
                "{\"questions\":[{\"questionName\":\"rate\",\"questionType\":\"dtmf\"}]}");
        Path prompts = Files.createDirectories(folder.resolve("voice-prompts"));
        Files.writeString(prompts.resolve("survey-en-US.env"), """
                language=en-US
                voice=Polly.Joanna
                welcome=Welcome!
                languageOption=Say
                languageOptionSMS=Reply continue.
                welcomeContinue=continue
                languageOptionLanguageName=espanol
                languageOptionVoice=Polly.Mia
                languageOptionLanguage=es-MX
                languageOptionLanguageReply=espanol
                beginSurvey=We begin.
                firstQuestion=First:
                nextQuestion=Next:
                lastQuestion=Last:
                rate=How was it?
                surveyCompletedAlready=Done already.
                finalGoodbye=Goodbye!
                """);
        upload();

        assertThat(keys()).containsExactly("survey-config.json", "voice-prompts/survey-en-US.env");
        assertThat(watching(client).current().questions()).hasSize(1);
    }

    @Test
    void prompts_can_be_read_from_a_bucket_without_a_survey() throws IOException {
        upload();
        FaultyHttp http = new FaultyHttp(any -> Fault.NONE);
        try (S3Client counted =
                Clients.local(S3Client.builder(), Engines.s3()).httpClient(http).build()) {
            BucketPrompts source = BucketPrompts.in(counted, BUCKET, prefix + "prompts/");

            assertThat(Prompts.from(source).in("fr-CA").text("rate")).isEqualTo("Comment était le thé ?");
            assertThat(source.description()).isEqualTo("s3://surveys/" + prefix + "prompts");
        }
    }

    @Test
    void a_prompt_file_that_is_too_large_is_reported() {
        upload();
        client.putObject(
                put -> put.bucket(BUCKET).key(prefix + "prompts/de-DE.env"),
                RequestBody.fromBytes(new byte[(1 << 20) + 1]));

        assertThatThrownBy(() -> watching(client).current()).hasMessageContaining("de-DE.env", "larger");
    }
}
