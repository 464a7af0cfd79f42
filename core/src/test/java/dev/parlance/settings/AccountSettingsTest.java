package dev.parlance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.Problem;
import dev.parlance.settings.AccountSettings.ApiKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {
    private static final String ZEROS = "0".repeat(32);

    private final Map<String, String> values =
            new HashMap<>(Map.of("TWILIO_ACCOUNT_SID", "AC" + ZEROS, "TWILIO_AUTH_TOKEN", ZEROS));

    @Test
    void an_account_with_a_token_is_read() {
        AccountSettings account = read();

        assertThat(account.accountSid()).isEqualTo("AC" + ZEROS);
        assertThat(account.authToken()).contains(Secret.of(ZEROS));
        assertThat(account.apiKey()).isEmpty();
        assertThat(account.phoneNumber()).isEmpty();
        assertThat(account.textSender()).isEmpty();
    }

    @Test
    void an_account_with_an_api_key_needs_no_token() {
        values.remove("TWILIO_AUTH_TOKEN");
        values.put("TWILIO_API_KEY", "SK" + ZEROS);
        values.put("TWILIO_API_SECRET", "s3cret");

        assertThat(read().apiKey()).contains(new ApiKey("SK" + ZEROS, Secret.of("s3cret")));
    }

    @ParameterizedTest
    @CsvSource({"TWILIO_PHONE_NUMBER", "TWILIO_NUMBER", "TWILIO_VOICE_NUMBER"})
    void the_number_has_several_names_and_is_also_the_text_sender(String name) {
        values.put(name, "+15005550006");

        assertThat(read().phoneNumber()).contains(Address.of("+15005550006"));
        assertThat(read().textSender()).contains("+15005550006");
    }

    @ParameterizedTest
    @CsvSource({"TWILIO_MESSAGE_SERVICE", "TWILIO_MESSAGING_SENDER"})
    void a_messaging_service_sends_texts_if_there_is_one(String name) {
        values.put("TWILIO_PHONE_NUMBER", "+15005550006");
        values.put(name, "MG" + ZEROS);

        assertThat(read().textSender()).contains("MG" + ZEROS);
        assertThat(read().phoneNumber()).contains(Address.of("+15005550006"));
    }

    @Test
    void region_and_edge_are_read() {
        values.put("TWILIO_REGION", "ie1");
        values.put("TWILIO_EDGE", "frankfurt");

        assertThat(read().region()).contains(new TwilioRegion("ie1", "frankfurt"));
    }

    @ParameterizedTest
    @CsvSource({"ie1, dublin", "au1, sydney", "us1, ashburn"})
    void a_known_region_has_a_default_edge(String region, String edge) {
        values.put("TWILIO_REGION", region);

        assertThat(read().region()).contains(new TwilioRegion(region, edge));
    }

    @Test
    void there_is_no_region_by_default() {
        assertThat(read().region()).isEmpty();
    }

    @Test
    void an_edge_alone_is_refused() {
        values.put("TWILIO_EDGE", "dublin");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining(
                        "TWILIO_REGION is missing: the region behind TWILIO_EDGE, for example ie1 or us1");
    }

    @Test
    void an_unknown_region_alone_is_refused() {
        values.put("TWILIO_REGION", "xx9");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining("TWILIO_EDGE is missing");
    }

    @ParameterizedTest
    @CsvSource({"ie1.evil.example, dublin", "ie1, dublin/", "IE1, dublin", "ie1, -"})
    void a_region_or_edge_that_cannot_be_part_of_a_host_name_is_refused(String region, String edge) {
        values.put("TWILIO_REGION", region);
        values.put("TWILIO_EDGE", edge);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::read);
    }

    @Test
    void whitespace_around_a_value_is_ignored() {
        values.put("TWILIO_AUTH_TOKEN", " " + ZEROS + "\n");
        values.put("TWILIO_APP_SID", "  ");

        assertThat(read().authToken()).contains(Secret.of(ZEROS));
        assertThat(read().voiceApplicationSid()).isEmpty();
    }

    @Test
    void all_problems_are_reported_at_once_without_quoting_values() {
        values.clear();
        values.put("TWILIO_ACCOUNT_SID", "SK" + ZEROS);
        values.put("TWILIO_API_KEY", "wrong-key");
        values.put("TWILIO_PHONE_NUMBER", "500 555");
        values.put("TWILIO_APP_SID", "AP");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::read)
                .withMessage("""
                        Settings are missing or wrong:
                          TWILIO_ACCOUNT_SID (from a test) must be AC and 32 hexadecimal digits; its value of 34 characters is invalid
                          TWILIO_API_KEY (from a test) must be SK and 32 hexadecimal digits; its value of 9 characters is invalid
                          TWILIO_PHONE_NUMBER (from a test) must be a number with its country code, for example +15005550006; its value of 7 characters is invalid
                          TWILIO_APP_SID (from a test) must be AP and 32 hexadecimal digits; its value of 2 characters is invalid
                          TWILIO_API_SECRET is missing: the secret of the API key in TWILIO_API_KEY; looked in a test""");
    }

    @Test
    void a_missing_secret_is_reported_with_both_alternatives() {
        values.remove("TWILIO_AUTH_TOKEN");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::read)
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::toString)
                        .containsExactly("TWILIO_AUTH_TOKEN is missing: the account's token; or set TWILIO_API_KEY and"
                                + " TWILIO_API_SECRET; looked in a test"));
    }

    @Test
    void a_secret_without_its_key_is_reported() {
        values.put("TWILIO_API_SECRET", "s3cret");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::read)
                .withMessageContaining("TWILIO_API_KEY is missing: the SID of the API key whose secret");
    }

    @Test
    void toString_shows_no_secret() {
        values.put("TWILIO_API_KEY", "SK" + ZEROS);
        values.put("TWILIO_API_SECRET", "s3cret");
        values.put("TWILIO_AUTH_TOKEN", "a".repeat(32));

        assertThat(read().toString()).doesNotContain("s3cret", "aaaa").contains("••••");
    }

    @Test
    void everything_that_is_read_can_be_given_in_code() {
        AccountSettings account = AccountSettings.of("AC" + ZEROS, Secret.of(ZEROS))
                .withApiKey(new ApiKey("SK" + ZEROS, Secret.of("s3cret")))
                .withPhoneNumber(Address.of("+15005550006"))
                .withTextSender("MG" + ZEROS)
                .withVoiceApplicationSid("AP" + ZEROS)
                .withRegion(new TwilioRegion("ie1", "dublin"));
        values.put("TWILIO_API_KEY", "SK" + ZEROS);
        values.put("TWILIO_API_SECRET", "s3cret");
        values.put("TWILIO_PHONE_NUMBER", "+15005550006");
        values.put("TWILIO_MESSAGE_SERVICE", "MG" + ZEROS);
        values.put("TWILIO_APP_SID", "AP" + ZEROS);
        values.put("TWILIO_REGION", "ie1");

        assertThat(account).isEqualTo(read());
    }

    @Test
    void settings_can_be_given_in_code() {
        AccountSettings account = AccountSettings.of("AC" + ZEROS, Secret.of(ZEROS))
                .withPhoneNumber(Address.of("+15005550006"))
                .withVoiceApplicationSid("AP" + ZEROS);
        values.put("TWILIO_PHONE_NUMBER", "+15005550006");
        values.put("TWILIO_APP_SID", "AP" + ZEROS);

        assertThat(account).isEqualTo(read()).hasSameHashCodeAs(read());
        assertThat(account.textSender()).contains("+15005550006");
        assertThat(account.withTextSender("MG" + ZEROS).textSender()).contains("MG" + ZEROS);
        assertThat(account.withRegion(new TwilioRegion("ie1", "dublin"))).isNotEqualTo(account);
    }

    private AccountSettings read() {
        return AccountSettings.from(Settings.from(SettingsSource.of("a test", values)));
    }
}
