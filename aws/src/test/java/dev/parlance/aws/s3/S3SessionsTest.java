package dev.parlance.aws.s3;

import dev.parlance.aws.Clients;
import dev.parlance.survey.contract.SessionStoreContract;
import dev.parlance.survey.store.SessionStore;
import dev.parlance.testkit.aws.LocalS3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;

class S3SessionsTest extends SessionStoreContract {
    private static final String BUCKET = "surveys";

    private static LocalS3 s3;
    private static S3Client client;

    @BeforeAll
    static void start() {
        s3 = LocalS3.start();
        client = Clients.s3(s3.url());
        client.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
        s3.close();
    }

    @Override
    protected SessionStore open() {
        return S3Sessions.in(client, BUCKET);
    }
}
