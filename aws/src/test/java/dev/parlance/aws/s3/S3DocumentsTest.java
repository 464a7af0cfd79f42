package dev.parlance.aws.s3;

import dev.parlance.aws.Clients;
import dev.parlance.aws.Engines;
import dev.parlance.survey.contract.DocumentStoreContract;
import dev.parlance.survey.store.DocumentStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;

class S3DocumentsTest extends DocumentStoreContract {
    private static final String BUCKET = "sessions";

    private static S3Client client;

    @BeforeAll
    static void start() {
        client = Clients.s3(Engines.s3());
        client.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    protected DocumentStore open() {
        return S3Documents.in(client, BUCKET);
    }
}
