package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log of the application at debug level, in a separate process. */
class LogTest {
    private static final String NUMBER = "+15005550006";
    private static final String BODY = "private words";

    @Test
    void the_debug_log_has_no_credentials_numbers_or_texts() throws Exception {
        String log = logOf(Sending.class);

        assertThat(log)
                .contains("\"level\":\"DEBUG\"", "sent to")
                .doesNotContain("Authorization", "5550006", BODY, "private+words", "private%20words");
    }

    private static String logOf(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
        return log;
    }

    /** Sends a text through an account. */
    static final class Sending {
        public static void main(String[] arguments) {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.DEBUG);
            try (FakeTwilio twilio = FakeTwilio.start();
                    TwilioAccount account = TwilioAccount.builder(twilio.settings())
                            .baseUrl(twilio.url())
                            .build()) {
                twilio.number("+15005550100");
                account.send(TextMessage.to(Address.of(NUMBER), BODY).withFrom("+15005550100"));
                LoggerFactory.getLogger("test")
                        .debug("sent to {}", twilio.sent().size());
            }
        }
    }
}
