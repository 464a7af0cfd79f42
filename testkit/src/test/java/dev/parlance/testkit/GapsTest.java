package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.lookups.v2.PhoneNumber;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.testkit.Rest.Answer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features of Twilio that the fake does not have. */
class GapsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final String FUNCTION = String.join(
            "\r\n",
            "--x",
            "Content-Disposition: form-data; name=\"Path\"",
            "",
            "/hello",
            "--x",
            "Content-Disposition: form-data; name=\"Visibility\"",
            "",
            "public",
            "--x",
            "Content-Disposition: form-data; name=\"Content\"; filename=\"hello.js\"",
            "Content-Type: application/javascript",
            "",
            "exports.handler = () => {};",
            "--x--",
            "");

    @ParameterizedTest
    @CsvSource({
        "lookups.twilio.com, /v2/PhoneNumbers/any, The fake does not support Lookup: GET lookups.twilio.com/v2/PhoneNumbers/any",
        "verify.twilio.com, /v2/Services, The fake does not support Verify: GET verify.twilio.com/v2/Services",
        "nobody-knows.twilio.com, /v1/A, The fake does not support nobody-knows.twilio.com: GET nobody-knows.twilio.com/v1/A",
        "h264.twilio.com, /2010-04-01/Accounts.json, The fake does not support h264.twilio.com: GET h264.twilio.com/2010-04-01/Accounts.json",
        "messaging.twilio.com, /v1/Deactivations, The fake does not support GET messaging.twilio.com/v1/Deactivations"
    })
    void a_gap_is_a_501_and_an_alert(String host, String path, String message) {
        Answer answer = new Rest(twilio, host).get(path);

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text("message")).isEqualTo(message);
        assertThat(answer.json().path("status").asInt()).isEqualTo(501);
        assertThat(twilio.alerts()).containsExactly(new Alert(501, message));
    }

    @Test
    void an_unsupported_method_is_a_gap() {
        Answer answer = new Rest(twilio, "messaging.twilio.com").post("/v1/Services", "FriendlyName", "ours");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(twilio.alerts()).hasSize(1);
    }

    @Test
    void a_deployed_function_is_a_gap() {
        twilio.serverless().buildsTake(0);
        Rest serverless = new Rest(twilio, "serverless.twilio.com");
        String service = "/v1/Services/"
                + serverless
                        .post("/v1/Services", "UniqueName", "ours", "FriendlyName", "Ours")
                        .sid();
        String environment = service + "/Environments/"
                + serverless
                        .post(service + "/Environments", "UniqueName", "live")
                        .sid();
        String function = service + "/Functions/"
                + serverless
                        .post(service + "/Functions", "FriendlyName", "hello")
                        .sid();
        String version = new Rest(twilio, "serverless-upload.twilio.com")
                .postBody(function + "/Versions", "multipart/form-data; boundary=x", FUNCTION)
                .sid();
        String build = serverless
                .post(service + "/Builds", "FunctionVersions", version)
                .sid();
        serverless.get(service + "/Builds/" + build);
        serverless.post(environment + "/Deployments", "BuildSid", build);

        assertThat(new Rest(twilio, "ours-1000.twil.io").get("/hello").status()).isEqualTo(501);
        assertThat(new Rest(twilio, "ours-1000.twil.io").get("/other").status()).isEqualTo(404);
        assertThat(twilio.alerts())
                .containsExactly(new Alert(501, "The fake does not run Functions: GET ours-1000.twil.io/hello"));
    }

    @Test
    void a_missing_resource_is_not_a_gap() {
        Rest rest = new Rest(twilio, "api.twilio.com");

        assertThat(rest.get(rest.account() + "/Calls/CA" + "f".repeat(32) + ".json")
                        .status())
                .isEqualTo(404);
        assertThat(twilio.alerts()).isEmpty();
    }

    @Test
    void the_sdk_reports_the_message_of_a_gap() {
        HttpClient http = new NetworkHttpClient(HttpClientBuilder.create()
                .setProxy(new HttpHost("localhost", twilio.proxyUrl().getPort()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build()));
        TwilioRestClient client = new TwilioRestClient.Builder(
                        twilio.accountSid(), twilio.authToken().reveal())
                .httpClient(http)
                .build();

        assertThatThrownBy(() -> PhoneNumber.fetcher("+15005550006").fetch(client))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("The fake does not support Lookup");
        assertThat(twilio.alerts()).isNotEmpty();
    }
}
