package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.WebhookType;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that set webhooks. */
class WireCommandTest {
    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void setUp() throws IOException {
        commands = new Commands(twilio, folder).project();
    }

    @Test
    void a_number_is_wired_to_the_deployment_and_back() {
        twilio.number(Commands.NUMBER).onText(URI.create("https://old.example/sms"));

        assertThat(commands.run("deploy", "-C", "FOLDER", "--wire", Commands.NUMBER + ":/hello"))
                .isZero();
        assertThat(commands.err())
                .contains(
                        "Now, texts to +15005550100: POST https://old.example/sms",
                        "Wiring texts of +15005550100 -> /hello");
        assertThat(commands.called(WebhookType.TEXTS)).isEqualTo("POST https://greetings-1000-dev.twil.io/hello");
        commands.run("deploy", "-C", "FOLDER", "--wire", Commands.NUMBER + ":/hello");

        assertThat(commands.run("wire", "--undo", "-C", "FOLDER")).isZero();
        assertThat(commands.out()).contains("Again, texts to +15005550100: POST https://old.example/sms");
        assertThat(commands.called(WebhookType.TEXTS)).isEqualTo("POST https://old.example/sms");
        assertThat(commands.run("wire", "--undo", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("Nothing to undo");
    }

    @Test
    void a_number_can_be_wired_to_another_host() {
        twilio.number(Commands.NUMBER);

        assertThat(commands.run(
                        "wire", "-C", "FOLDER", "--wire-calls", Commands.NUMBER + ":https://tunnel.example/voice"))
                .isZero();
        assertThat(commands.out())
                .contains(
                        "Before, calls to +15005550100: nothing",
                        "Now, calls to +15005550100: POST https://tunnel.example/voice");

        assertThat(commands.called(WebhookType.CALLS)).isEqualTo("POST https://tunnel.example/voice");
        assertThat(commands.called(WebhookType.TEXTS)).isEqualTo("nothing");
    }

    @Test
    void an_invalid_wire_is_reported_before_the_deployment() {
        for (String wire : new String[] {"555:/x", "+15005550100", "+15005550100:x", "CA1:/x"}) {
            assertThat(commands.run("deploy", "-C", "FOLDER", "--wire", wire))
                    .as(wire)
                    .isEqualTo(1);
            assertThat(commands.err()).as(wire).contains("\"" + wire + "\" is not a valid TARGET:PLACE");
        }
        assertThat(commands.run("deploy", "-C", "FOLDER", "--wire", "+15005550199:/hello"))
                .isEqualTo(1);
        assertThat(commands.err()).contains("does not own");
        assertThat(twilio.log().requests()).allMatch(request -> request.method().equals("GET"));
    }
}
