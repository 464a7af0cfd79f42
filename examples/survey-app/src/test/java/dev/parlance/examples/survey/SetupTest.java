package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void all_missing_and_invalid_settings_are_reported_together() {
        Settings settings = Settings.from(SettingsSource.of("the test", Map.of("PORT", "many", "SURVEY_KEY", "short")));

        assertThatThrownBy(() -> Setup.from(settings))
                .hasMessageContaining("PORT")
                .hasMessageContaining("PUBLIC_URL")
                .hasMessageContaining("SURVEY_KEY")
                .hasMessageNotContaining("short");
    }

    @Test
    void optional_settings_have_defaults() {
        Setup setup = Setup.from(Settings.from(SettingsSource.of(
                "the test",
                Map.of(
                        "PUBLIC_URL",
                        "https://survey.example.com/",
                        "SURVEY_KEY",
                        "0123456789abcdef",
                        "TWILIO_PHONE_NUMBER",
                        "+33123456789"))));

        assertThat(setup.listen().getPort()).isEqualTo(8080);
        assertThat(setup.publicUrl()).hasToString("https://survey.example.com");
        assertThat(setup.folder()).isEqualTo(Path.of("survey"));
        assertThat(setup.toString()).doesNotContain("0123456789abcdef");
        assertThat(setup.dialPlan().allows(Address.of("+33612345678"))).isTrue();
        assertThat(setup.dialPlan().allows(Address.of("+12025550106"))).isFalse();
    }

    @Test
    void the_allowed_countries_can_be_configured() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PUBLIC_URL",
                "https://survey.example.com",
                "SURVEY_KEY",
                "0123456789abcdef",
                "TWILIO_PHONE_NUMBER",
                "12345",
                "PHONE_COUNTRIES",
                "us, mx"));

        Setup setup = Setup.from(Settings.from(SettingsSource.of("the test", settings)));

        assertThat(setup.dialPlan().allows(Address.of("+12025550106"))).isTrue();
        assertThat(setup.dialPlan().allows(Address.of("+525512345678"))).isTrue();
        assertThat(setup.dialPlan().allows(Address.of("+33612345678"))).isFalse();
        settings.put("PHONE_COUNTRIES", "Atlantis");
        assertThatThrownBy(() -> Setup.from(Settings.from(SettingsSource.of("the test", settings))))
                .hasMessageContaining("PHONE_COUNTRIES");
        settings.remove("PHONE_COUNTRIES"); // a short code has no country
        assertThatThrownBy(() -> Setup.from(Settings.from(SettingsSource.of("the test", settings))))
                .hasMessageContaining("PHONE_COUNTRIES");
    }

    @Test
    void the_prompt_for_the_public_url_repeats_until_it_is_valid() throws IOException {
        assertThat(ask("survey.example.com\nhttps://survey.example.com?x=1\n https://survey.example.com/ \n"))
                .isEqualTo(URI.create("https://survey.example.com"));
        assertThat(out.toString(StandardCharsets.UTF_8)).containsSubsequence("port 8080", "Invalid URL", "Invalid URL");
    }

    @Test
    void the_public_url_has_no_default() {
        assertThatIllegalStateException().isThrownBy(() -> ask("")).withMessageContaining("PUBLIC_URL");
    }

    private URI ask(String typed) throws IOException {
        return PublicUrl.ask(
                new BufferedReader(new StringReader(typed)), new PrintStream(out, true, StandardCharsets.UTF_8), 8080);
    }
}
