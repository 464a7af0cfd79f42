package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Content;
import dev.parlance.outbound.StoredContent;
import dev.parlance.settings.SettingsException;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFileTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    @Test
    void an_account_is_opened_with_the_settings_of_a_file() throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(
                file,
                "TWILIO_ACCOUNT_SID=" + twilio.accountSid() + "\nTWILIO_AUTH_TOKEN="
                        + twilio.authToken().reveal() + "\nTWILIO_BASE_URL=" + twilio.url() + "\n");

        try (TwilioAccount account = AccountFile.open(file)) {
            account.contents().create(Content.text("Hello").withName("hello"));

            assertThat(account.contents().list().map(StoredContent::name)).containsExactly("hello");
        }
    }

    @Test
    void a_file_without_settings_is_a_problem_that_says_what_to_set() {
        Path missing = folder.resolve("nowhere.env");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> AccountFile.open(missing))
                .withMessageContaining("TWILIO_ACCOUNT_SID");
    }
}
