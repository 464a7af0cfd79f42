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

/** Sends the requests of a client, with faults injected into some of them. */
public final class FaultyHttp implements SdkHttpClient {
    private final SdkHttpClient client = UrlConnectionHttpClient.create();
    private final AtomicInteger requests = new AtomicInteger();
    private final IntFunction<Fault> faults;

    /** An injected fault. */
    public enum Fault {
        NONE,
        /** The service rejects the request because of its load. */
        THROTTLED,
        /** The service handles the request, but the response is lost. */
        RESPONSE_LOST,
        /** The machine crashes before the request is sent. */
        CRASHED
    }

    /** A crash of the machine, which no client retries. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Creates a client; the function returns the fault of each request, numbered from 0. */
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
                    case RESPONSE_LOST -> {
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
