package dev.parlance.aws;

import dev.parlance.testkit.aws.AwsCall;
import dev.parlance.testkit.aws.LocalDynamoDb;
import dev.parlance.testkit.aws.LocalS3;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One of each engine for all tests of this module: each test has tables and buckets of its own. They end with the tests. */
public final class Engines {
    private static final Map<AwsCall, Integer> CALLS = new ConcurrentHashMap<>();

    private Engines() {}

    private static final class DynamoDb {
        static final LocalDynamoDb SERVER = LocalDynamoDb.start(Engines::count);
    }

    private static final class S3 {
        static final LocalS3 SERVER = LocalS3.start(Engines::count);
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

    /** How often who has this access key has asked for what. */
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
