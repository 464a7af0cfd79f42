package dev.parlance.fake.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;

/** Twilio's library, with the fake's proxy. Its requests can be caught before they are sent. */
final class SdkClient {
    private final FakeTwilio twilio;
    private final NetworkHttpClient http;
    private boolean catching;
    private int requests;

    /** A request that was not sent. */
    static final class Caught extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ClientRequest request;

        Caught(ClientRequest request) {
            this.request = request;
        }

        ClientRequest request() {
            return request;
        }
    }

    SdkClient(FakeTwilio twilio) {
        this.twilio = twilio;
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setProxy(HttpHost.create(twilio.proxyUrl()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build());
        http = new NetworkHttpClient(builder) {
            @Override
            public Response makeRequest(Request request) {
                if (catching) {
                    throw new Caught(caught(request));
                }
                requests++;
                return super.makeRequest(request);
            }

            @Override
            protected boolean shouldRetry(Response response, int[] retryCodes) {
                return false; // a retry would hide what the first answer was
            }
        };
    }

    /** A client that throws its request as {@link Caught}. */
    TwilioRestClient catching() {
        catching = true;
        return client();
    }

    /** A client that sends its requests. */
    TwilioRestClient sending() {
        catching = false;
        return client();
    }

    /** The number of requests that were sent. */
    int requests() {
        return requests;
    }

    /** A new client for each call, because some calls change the account's token. */
    private TwilioRestClient client() {
        return new TwilioRestClient.Builder(
                        twilio.accountSid(), twilio.authToken().reveal())
                .accountSid(twilio.accountSid())
                .httpClient(http)
                .build();
    }

    private static ClientRequest caught(Request request) {
        Map<String, String> parameters = new HashMap<>();
        for (Map<String, List<String>> each : List.of(request.getQueryParams(), request.getPostParams())) {
            each.forEach((name, values) -> parameters.put(name, String.join(",", values)));
        }
        URI url = URI.create(request.constructURL().toString());
        return new ClientRequest(request.getMethod().name(), url, parameters);
    }
}
