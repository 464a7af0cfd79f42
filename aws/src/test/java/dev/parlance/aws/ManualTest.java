package dev.parlance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.aws.dynamodb.DynamoDbDocuments;
import dev.parlance.aws.events.EventBridgeEvents;
import dev.parlance.aws.s3.S3Documents;
import dev.parlance.aws.settings.ParameterStore;
import dev.parlance.aws.settings.StoredSecret;
import dev.parlance.fake.aws.FakeAws;
import dev.parlance.security.TwilioSignature;
import dev.parlance.security.WebhookSignature;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.store.DocumentStore;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The code samples of docs/AWS.md. */
class ManualTest {
    @Test
    void settings_from_a_vault() {
        try (FakeAws aws = FakeAws.start()) {
            aws.parameter("/survey/DEFAULT_LANGUAGE", "es-MX").secret("twilio-auth-token", "1".repeat(32));
            SsmClient ssm = Clients.local(SsmClient.builder(), aws.url()).build();
            SecretsManagerClient secretsManager =
                    Clients.local(SecretsManagerClient.builder(), aws.url()).build();
            // snippet: settings
            Settings settings = Settings.from(SettingsSource.environment(), ParameterStore.in(ssm, "/survey"));
            String language = settings.find("DEFAULT_LANGUAGE").orElse("en-US");

            WebhookSignature signature = TwilioSignature.of(
                    StoredSecret.in(secretsManager, "twilio-auth-token").rotating());
            // end
            assertThat(language).isEqualTo("es-MX");
            assertThat(signature).isNotNull();
        }
    }

    @Test
    void stores() {
        try (DynamoDbClient dynamoDb = Clients.dynamoDb(URI.create("http://localhost"));
                S3Client s3 = Clients.s3(URI.create("http://localhost"))) {
            // snippet: stores
            DocumentStore inDynamoDb = DynamoDbDocuments.in(dynamoDb, "surveys").withExpiry(Duration.ofDays(400));
            DocumentStore inS3 = S3Documents.in(s3, "surveys");
            // end
            assertThat(inDynamoDb).isNotSameAs(inS3);
        }
    }

    @Test
    void events() {
        try (FakeAws aws = FakeAws.start();
                EventBridgeClient client =
                        Clients.local(EventBridgeClient.builder(), aws.url()).build()) {
            Survey survey = Tea.survey(1);
            DocumentStore store = DocumentStore.inMemory();
            // snippet: events
            Surveys surveys = Surveys.builder(survey)
                    .store(store)
                    .eventSink(EventBridgeEvents.to(client, "surveys")) // as CloudEvents
                    .build();
            // end
            Tea.text(surveys, "+12025550101", "SM0", "hi");
            surveys.close();
            assertThat(aws.events()).hasSize(1);
        }
    }
}
