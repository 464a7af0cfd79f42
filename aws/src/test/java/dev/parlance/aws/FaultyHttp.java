package dev.parlance.aws;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.StringInputStream;

/** Sends the requests of a client, but what is to go wrong with some of them. */
public final class FaultyHttp implements SdkHttpClient {
    private final SdkHttpClient client = UrlConnectionHttpClient.create();
    private final AtomicInteger requests = new AtomicInteger();
    private final IntFunction<Fault> faults;

    /** What goes wrong. */
    public enum Fault {
        NONE,
        /** The service is asked too much. */
        THROTTLED,
        /** It is done, and nobody hears of it. */
        ANSWER_LOST,
        /** The machine ends before it is sent. */
        CRASHED
    }

    /** What ends with the machine: no client tries again. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A client of which the request of each number, from 0 on, has a fault. */
    public FaultyHttp(IntFunction<Fault> faults) {
        this.faults = faults;
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return switch (faults.apply(requests.getAndIncrement())) {
                    case NONE -> client.prepareRequest(request).call();
                    case THROTTLED -> throttled();
                    case CRASHED -> throw new Crash();
                    case ANSWER_LOST -> {
                        client.prepareRequest(request).call().responseBody().ifPresent(AbortableInputStream::abort);
                        throw new IOException("connection reset");
                    }
                };
            }

            @Override
            public void abort() {}
        };
    }

    private static HttpExecuteResponse throttled() {
        String body = "{\"__type\":\"ProvisionedThroughputExceededException\",\"message\":\"too fast\"}";
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(400)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .build())
                .responseBody(AbortableInputStream.create(new StringInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        client.close();
    }
}
