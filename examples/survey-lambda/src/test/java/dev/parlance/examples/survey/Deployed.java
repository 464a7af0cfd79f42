package dev.parlance.examples.survey;

import dev.parlance.aws.dynamodb.DynamoDbDocuments;
import dev.parlance.aws.s3.S3Documents;
import dev.parlance.aws.s3.SurveyUpload;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.tools.sam.LocalDeployment;
import dev.parlance.tools.sam.SamTemplate;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs the template locally, set up as in the README: parameters, the survey in its bucket, the number's webhooks. */
final class Deployed implements AutoCloseable {
    static final String NUMBER = "+15005550100";
    static final String KEY = "a key of the example";

    private final LocalDeployment local;
    private final S3Client s3;
    private final boolean isInDynamoDb;

    Deployed(FakeTwilio twilio, String store, Consumer<String> output) {
        this.isInDynamoDb = store.equals("dynamodb");
        this.local = LocalDeployment.of(
                        SamTemplate.read(Path.of("template.yaml")).withParameter("Store", store))
                .environment("TWILIO_BASE_URL", twilio.url().toString())
                .output(output)
                .start();
        this.s3 = client(S3Client.builder(), local.s3());
        local.aws()
                .parameter("/survey/TWILIO_ACCOUNT_SID", twilio.accountSid())
                .parameter("/survey/TWILIO_AUTH_TOKEN", twilio.authToken().reveal())
                .parameter("/survey/TWILIO_PHONE_NUMBER", NUMBER)
                .parameter("/survey/SURVEY_KEY", KEY);
        SurveyUpload.of(Path.of("survey")).to(s3, bucket(), "");
        setWebhooks(twilio);
    }

    /** Sets the number's webhooks. */
    void setWebhooks(FakeTwilio twilio) {
        twilio.number(NUMBER).onText(local.output("TwilioMessagingWebhook")).onCall(local.output("TwilioVoiceWebhook"));
    }

    LocalDeployment local() {
        return local;
    }

    String bucket() {
        return local.output("SrcBucket");
    }

    /** An object in the bucket, as text. */
    String object(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket()).key(key)).asUtf8String();
    }

    boolean isInDynamoDb() {
        return isInDynamoDb;
    }

    /** The sessions in the store of the functions. */
    DocumentStore sessions() {
        return !isInDynamoDb
                ? S3Documents.in(s3, bucket())
                : DynamoDbDocuments.in(client(DynamoDbClient.builder(), local.dynamoDb()), "SurveyTable");
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI url) {
        return builder.endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        s3.close();
        local.close();
    }
}
