package dev.parlance.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.tools.sam.LocalDeployment;
import dev.parlance.tools.sam.SamTemplate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the template locally, as it is deployed. */
class EchoLambdaTest {
    private static final String NUMBER = "+15005550100";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private LocalDeployment local;

    // snippet: local
    @BeforeEach
    void deploy() {
        local = LocalDeployment.of(SamTemplate.read(Path.of("template.yaml")))
                .environment("TOKEN_REFRESH_SECONDS", "0")
                .start();
        local.aws().secret("local-twilio-auth-token", twilio.authToken().reveal() + "\n");
        twilio.number(NUMBER).onText(local.output("ApiEndpoint"));
    }
    // end

    @AfterEach
    void end() {
        local.close();
    }

    @Test
    void any_text_is_echoed() {
        FakePhone ana = twilio.phone("+15005550006");

        ana.texts("hello there").receives("echo: hello there");
        ana.texts("it's \"so\" 1 + 1\n\\ <b> & ¿qué? 五").receives("echo: it's \"so\" 1 + 1\n\\ <b> & ¿qué? 五");

        assertThat(local.calls("SmsEchoFunction")).containsExactly("secretsmanager:GetSecretValue");
        assertThat(local.aws().requests("GetSecretValue"))
                .as("number of times the secret is read for two texts")
                .isEqualTo(1);
    }

    @Test
    void an_unsigned_text_is_refused() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(local.output("ApiEndpoint")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Twilio-Signature", "Zm9yZ2Vk")
                                .POST(BodyPublishers.ofString(
                                        "MessageSid=SM1&From=%2B15005550006&To=%2B15005550100&Body=hi"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void a_rotated_token_works_without_a_restart() {
        local.aws().secret("local-twilio-auth-token", "f".repeat(32));
        FakePhone ana = twilio.phone("+15005550006");
        ana.texts("before");
        ana.receivesNothing();

        local.aws().secret("local-twilio-auth-token", twilio.authToken());

        ana.texts("after").receives("echo: after");
        ana.texts("again").receives("echo: again");
        assertThat(local.aws().requests("GetSecretValue"))
                .as("the secret is read for the first text and after each of two mismatches")
                .isEqualTo(3);
    }
}
