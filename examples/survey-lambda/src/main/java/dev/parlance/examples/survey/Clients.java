package dev.parlance.examples.survey;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** AWS clients with the lightest HTTP client. Short timeouts leave time for their retries, since Twilio waits 15 seconds. */
final class Clients {
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(1))
            .socketTimeout(Duration.ofSeconds(2))
            .build();

    private Clients() {}

    static S3Client s3() {
        return S3Client.builder().httpClient(HTTP).build();
    }

    static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder().httpClient(HTTP).build();
    }

    static EventBridgeClient eventBridge() {
        return EventBridgeClient.builder().httpClient(HTTP).build();
    }

    static SsmClient ssm() {
        return SsmClient.builder().httpClient(HTTP).build();
    }
}
