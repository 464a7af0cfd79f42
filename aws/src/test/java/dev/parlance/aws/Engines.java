package dev.parlance.aws;

import dev.parlance.fake.aws.AwsCall;
import dev.parlance.fake.aws.LocalAws;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Local engines shared by all tests of this module, until the tests end. Each test uses its own tables and buckets. */
public final class Engines {
    private static final Map<AwsCall, Integer> CALLS = new ConcurrentHashMap<>();

    private Engines() {}

    private static final class DynamoDb {
        static final LocalAws SERVER = LocalAws.startDynamoDb(Engines::count);
    }

    private static final class S3 {
        static final LocalAws SERVER = LocalAws.startS3(Engines::count);
    }

    public static URI dynamoDb() {
        return DynamoDb.SERVER.url();
    }

    public static URI s3() {
        return S3.SERVER.url();
    }

    private static void count(AwsCall call) {
        CALLS.merge(call, 1, Integer::sum);
    }

    /** Counts the requests with this access key, by action. */
    public static Map<String, Integer> calls(String accessKey) {
        Map<String, Integer> calls = new TreeMap<>();
        CALLS.forEach((call, times) -> {
            if (call.accessKey().equals(accessKey)) {
                calls.put(call.action(), times);
            }
        });
        return calls;
    }
}
