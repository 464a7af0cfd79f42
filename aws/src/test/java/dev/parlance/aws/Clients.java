package dev.parlance.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates AWS clients for the local engines and fakes. */
public final class Clients {
    private Clients() {}

    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B local(B builder, URI url) {
        return local(builder, url, "local");
    }

    /** Creates a client with this access key. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B local(
            B builder, URI url, String accessKey) {
        return builder.endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "local")))
                .httpClient(UrlConnectionHttpClient.create());
    }

    public static DynamoDbClient dynamoDb(URI url) {
        return local(DynamoDbClient.builder(), url).build();
    }

    public static S3Client s3(URI url) {
        return local(S3Client.builder(), url).build();
    }
}
