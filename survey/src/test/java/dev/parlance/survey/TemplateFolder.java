package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A copy of the SAM template's survey folder, which a test can change before it starts the application. */
final class TemplateFolder implements AfterEachCallback {
    static final String ANA = "+15005550006";

    private static final Path SEED = Path.of("src/test/resources/seed");

    private final FakeTwilio twilio;
    private final Path folder;
    private Optional<App> app = Optional.empty();

    TemplateFolder(FakeTwilio twilio) {
        this.twilio = twilio;
        try {
            this.folder = Files.createTempDirectory("template");
            Files.createDirectory(folder.resolve("voice-prompts"));
            for (String file :
                    List.of("survey-config.json", "voice-prompts/survey-en-US.env", "voice-prompts/survey-es-MX.env")) {
                Files.copy(SEED.resolve(file), folder.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    Survey load() {
        return SurveyFolder.at(folder).load();
    }

    Surveys start(UnaryOperator<SurveysBuilder> settings) {
        app = Optional.of(new App(twilio, load(), settings));
        return app.get().surveys();
    }

    Surveys start() {
        return start(settings -> settings);
    }

    /** Replaces a text in a prompt file. */
    void prompts(String language, String change, String by) throws IOException {
        change("voice-prompts/survey-" + language + ".env", change, by);
    }

    /** Adds fields to the survey's file. */
    void settings(String fields) throws IOException {
        change("survey-config.json", "{\"questions\"", "{" + fields + ",\"questions\"");
    }

    void config(String json) throws IOException {
        Files.writeString(folder.resolve("survey-config.json"), json);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** Ana, at the first question. */
    FakePhone inTheSurvey() {
        FakePhone ana = twilio.phone(ANA);
        ana.texts("hi").receives("Hello");
        ana.texts("continue").receives("How do you rate us");
        return ana;
    }

    /** Ana's result as JSON. */
    JsonNode result() throws IOException {
        Surveys surveys = app.orElseThrow().surveys();
        return new ObjectMapper()
                .readTree(surveys.results().json(Address.of(ANA)).orElseThrow());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        app.ifPresent(App::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
