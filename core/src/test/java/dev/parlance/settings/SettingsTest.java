package dev.parlance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private final SettingsSource first = SettingsSource.of("first", Map.of("A", "1", "BLANK", " "));
    private final SettingsSource second = SettingsSource.of("second", Map.of("A", "2", "B", "3", "BLANK", "4"));
    private final Settings settings = Settings.from(first, second);

    @Test
    void the_first_source_that_has_a_setting_wins() {
        assertThat(settings.find("A")).contains("1");
        assertThat(settings.find("B")).contains("3");
        assertThat(settings.find("C")).isEmpty();
    }

    @Test
    void a_blank_value_counts_as_missing() {
        assertThat(settings.find("BLANK")).contains("4");
    }

    @Test
    void the_environment_and_system_properties_are_sources() {
        assertThat(Settings.from(SettingsSource.environment()).find("PATH")).contains(System.getenv("PATH"));
        assertThat(Settings.from(SettingsSource.systemProperties()).find("java.version"))
                .contains(System.getProperty("java.version"));
    }

    @Test
    void a_file_is_a_source_and_can_be_missing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "# mine\nA=5\nexport QUOTED=\"a b\" # comment\n");
        Path missing = folder.resolve(".env.local");
        Settings both = Settings.from(SettingsSource.envFile(missing), SettingsSource.envFile(file));
        SettingsReader read = both.reader();
        read.required("B", "a number", Integer::valueOf);

        assertThat(both.find("A")).contains("5");
        assertThat(both.find("QUOTED")).contains("a b");
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(read::failOnProblems)
                .withMessageEndingWith("looked in " + missing + " (no such file), " + file);
    }

    @Test
    void a_malformed_file_is_reported_with_its_lines_but_no_values(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "TOKEN s3cret\nA='s3cret\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsSource.envFile(file))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::toString)
                        .containsExactly(
                                file + ":1: expected KEY=value; start a comment with #",
                                file + ":2: the value of \"A\" has no closing quote"));
    }

    @Test
    void the_standard_sources_start_with_the_system_properties() {
        assertThat(Settings.standard().find("java.version")).contains(System.getProperty("java.version"));
    }

    @Test
    void an_applications_settings_are_checked_together() {
        SettingsReader read = settings.reader();
        Optional<URI> url = read.required("PUBLIC_URL", "an https URL", URI::create);
        Optional<Integer> number = read.required("A", "a number", Integer::valueOf);
        Optional<Integer> absent = read.optional("C", "a number", Integer::valueOf);

        assertThat(url).isEmpty();
        assertThat(number).contains(1);
        assertThat(absent).isEmpty();
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(read::failOnProblems)
                .withMessageEndingWith("PUBLIC_URL is missing: an https URL; looked in first, second");
    }

    @Test
    void valid_settings_cause_no_exception() {
        SettingsReader read = settings.reader();

        assertThat(read.required("B", "a number", Integer::valueOf)).contains(3);
        read.failOnProblems();
    }

    @Test
    void a_secret_is_masked_until_revealed() {
        Secret secret = Secret.of("s3cret");

        assertThat(secret).hasToString("••••").isEqualTo(Secret.of("s3cret")).isNotEqualTo(Secret.of("s3cres"));
        assertThat(secret.reveal()).isEqualTo("s3cret");
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(" "));
    }
}
