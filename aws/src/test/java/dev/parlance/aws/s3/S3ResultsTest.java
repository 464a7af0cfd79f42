package dev.parlance.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.aws.Clients;
import dev.parlance.aws.Engines;
import dev.parlance.aws.Tea;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Results as files in a bucket that also has files from the template. */
class S3ResultsTest {
    private static final String BUCKET = "results";
    private static final String ANA = "+15005550006";
    private static final String COMPLETED_BY_TEXT = """
            {"surveyTo":"15005550006","questions":[{"answer":4,"answerConfidence":"sms"},{"answer":null,"answerConfidence":"sms"}],
            "surveyMedium":"sms","surveyStarted":1643000000000,"surveyStatus":"COMPLETED","currentState":"post-survey",
            "questionIndex":2,"languageSet":"en-US","surveyCompleted":1643000060000}""";
    private static final String COMPLETED_BY_CALL = """
            {"surveyTo":"15005550006","questions":[{"answer":"5","answerConfidence":"DTMF"}],"surveyMedium":"voice",
            "surveyStarted":1643000000000,"surveyStatus":"COMPLETED","currentState":"welcome","questionIndex":0,
            "languageSet":"en-US","surveyCompleted":1643000060000}""";
    private static final String STARTED = """
            {"surveyTo":"15005550006","questions":[{"answer":4,"answerConfidence":"sms"}],"surveyMedium":"sms",
            "surveyStarted":1643000000000,"surveyStatus":"STARTED","currentState":"question_wait","questionIndex":1,
            "languageSet":"en-US"}""";
    private static S3Client client;

    private final String prefix = UUID.randomUUID() + "/survey-results/";
    private final Survey survey = Tea.survey(2);
    private final List<TextMessage> sent = new ArrayList<>();
    private final S3Results results = S3Results.in(client, BUCKET, () -> survey).withPrefix(prefix);
    private final Surveys surveys = Surveys.builder(survey)
            .inMemory()
            .earlierResults(results)
            .eventSink(results)
            .listenerExecutor(Runnable::run)
            .textSender(text -> {
                sent.add(text);
                return new Receipt("SM" + sent.size(), "queued");
            })
            .build();

    @BeforeAll
    static void start() {
        client = Clients.s3(Engines.s3());
        client.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private void templateWrote(String json) {
        client.putObject(put -> put.bucket(BUCKET).key(prefix + "15005550006.json"), RequestBody.fromString(json));
    }

    private String object(String name) {
        return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(prefix + name))
                .asUtf8String();
    }

    private List<String> names() {
        return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    @Test
    void completing_the_templates_survey_counts_as_completing_this_one() {
        templateWrote(COMPLETED_BY_TEXT);

        assertThat(surveys.start(Channel.TEXT, Address.of(ANA), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
        assertThat(sent).isEmpty();
        assertThat(Tea.text(surveys, ANA, "SM1", "hi")).contains("You have already completed this survey");

        assertThat(names()).containsExactly("15005550006.json");
        assertThat(object("15005550006.json")).isEqualTo(COMPLETED_BY_TEXT);
    }

    @Test
    void a_call_completed_in_the_template_counts_whatever_its_state() {
        templateWrote(COMPLETED_BY_CALL);

        assertThat(surveys.find(Address.of(ANA))).hasValueSatisfying(session -> {
            assertThat(session.disposition()).isEqualTo(Disposition.COMPLETED);
            assertThat(session.channel()).isEqualTo(Channel.VOICE);
            assertThat(session.answers()).containsOnlyKeys("q1");
        });
        assertThat(Tea.text(surveys, ANA, "SM1", "hi")).contains("You have already completed this survey");
    }

    @Test
    void an_unfinished_result_of_the_template_is_kept_next_to_the_new_one() {
        templateWrote(STARTED);

        assertThat(surveys.start(Channel.TEXT, Address.of(ANA), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.STARTED);
        Tea.text(surveys, ANA, "SM1", "1");
        Tea.text(surveys, ANA, "SM2", "2");

        assertThat(object("15005550006.json")).isEqualTo(STARTED);
        assertThat(object("15005550006-2.json")).contains("\"COMPLETED\"");
    }

    @Test
    void a_result_that_cannot_be_read_is_never_overwritten() {
        templateWrote("not JSON");

        Tea.text(surveys, ANA, "SM1", "hi");

        assertThat(object("15005550006.json")).isEqualTo("not JSON");
        assertThat(names()).containsExactly("15005550006-2.json", "15005550006.json");
    }

    @Test
    void a_result_of_this_library_is_replaced_as_the_survey_continues() {
        Tea.text(surveys, ANA, "SM1", "hi");
        Tea.text(surveys, ANA, "SM2", "4");
        Tea.text(surveys, ANA, "SM3", "5");

        assertThat(names()).containsExactly("15005550006.json");
        assertThat(object("15005550006.json")).contains("\"COMPLETED\"");
    }
}
