package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.testkit.Rest.Answer;
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
        "GET, verify.twilio.com, /v2/Anything",
        "GET, nobody-knows.twilio.com, /v1/A",
        "GET, h264.twilio.com, /2010-04-01/Accounts.json",
        "POST, messaging.twilio.com, /v1/Deactivations"
    })
    void a_request_that_twilio_does_not_document_is_a_501_and_an_alert(String method, String host, String path) {
        Rest rest = new Rest(twilio, host);
        Answer answer = method.equals("GET") ? rest.get(path) : rest.post(path);

        String message = "The fake does not support " + method + " " + host + path;
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text("message")).isEqualTo(message);
        assertThat(answer.json().path("status").asInt()).isEqualTo(501);
        assertThat(twilio.alerts()).containsExactly(new Alert(501, message));
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
}
