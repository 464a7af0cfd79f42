package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.PromptException;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Session;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Recordings and pictures in the folder of a survey. */
class MediaFilesTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @TempDir
    private Path folder;

    private final FakePhone ana = shop.ana();

    @BeforeEach
    void write() throws IOException {
        write("survey.json", """
                {"name": "tea", "opening": "guess", "welcome": "hello", "questions": [
                  {"id": "drink", "kind": "choice", "options": ["tea", "water"]},
                  {"id": "label", "kind": "yesNo"}
                ]}
                """);
        write("prompts/en.env", """
                voice=Polly.Joanna
                language=en-US
                hello=Hello!
                hello.audio=audio/hello.mp3
                drink=What would you like?
                drink.tea=Tea
                drink.tea.audio=audio/tea.wav
                drink.water=Water
                survey.option.voice.audio={label} audio/press-{key}.mp3
                label=Do you like this label?
                label.image=label.png
                label.withoutImage=Do you like a green label?
                """);
        write("audio/hello.mp3", "hello");
        write("audio/tea.wav", "tea");
        write("audio/press-1.mp3", "one");
        write("label.png", "picture");
    }

    @Test
    void a_call_plays_the_files() {
        shop.open(survey());

        FakeCall call = ana.calls(App.NUMBER);

        List<String> heard = call.heard();
        assertThat(heard).hasSize(5);
        assertThat(body(heard.get(0))).isEqualTo("hello");
        assertThat(heard.get(1)).isEqualTo("What would you like?");
        assertThat(body(heard.get(2))).isEqualTo("tea");
        assertThat(body(heard.get(3))).isEqualTo("one");
        assertThat(heard.get(4)).isEqualTo("For Water, press 2.");
        assertThat(heard.get(0)).matches("https://app\\.example/media/hello-[0-9a-f]{64}\\.mp3");
    }

    @Test
    void a_text_and_a_reminder_carry_the_picture() {
        shop.open(survey());

        ana.texts("hi").receives("Hello!").texts("tea").receives("Do you like this label?");

        String url = ana.inbox().get(1).media().get(0).url().orElseThrow();
        assertThat(body(url)).isEqualTo("picture");
        assertThat(get(url).contentType()).isEqualTo("image/png");
        shop.surveys().start(Channel.TEXT, Address.of(Shop.PERSON), Invitation.plain());
        assertThat(ana.inbox().get(2).media().get(0).url()).contains(url);
    }

    @Test
    void respondents_hear_the_files_of_the_revision_that_they_started() throws IOException {
        shop.open(survey());
        ana.texts("hi").receives("What would you like?");
        String before = ana.calls(App.NUMBER).hangsUp().heard().toString();
        String oldTea = before.replaceAll(".*(https://\\S+/tea-[0-9a-f]+\\.wav).*", "$1");
        shop.close();
        write("audio/tea.wav", "another tea");
        Files.delete(folder.resolve("audio/press-1.mp3"));
        write("audio/press-1.mp3", "another one");

        shop.open(survey());

        assertThat(ana.calls(App.NUMBER).heard().toString()).contains(oldTea);
        assertThat(body(oldTea)).isEqualTo("tea");
        List<String> heard = twilio.phone("+15005550007").calls(App.NUMBER).heard();
        assertThat(body(heard.get(2))).isEqualTo("another tea");
    }

    @Test
    void large_files_come_back_from_the_store_unchanged() throws IOException {
        byte[] large = new byte[1_000_000];
        new Random(1).nextBytes(large);
        Files.write(folder.resolve("audio/hello.mp3"), large);
        shop.open(survey());
        String url = ana.calls(App.NUMBER).heard().get(0);
        shop.close();
        write("audio/hello.mp3", "short");

        shop.open(survey());

        assertThat(get(url).body()).isEqualTo(large);
    }

    @Test
    void a_rendering_outside_of_webhooks_can_have_urls_too() {
        Survey survey = survey();
        Session session = SurveyMachine.newSession(survey, Address.of(Shop.PERSON), Channel.TEXT);
        Turn.Done turn = SurveyMachine.rehearse(
                survey, session, Input.text("hi"), TurnInputs.at(twilio.clock().instant()));
        Rendering rendering = Rendering.of(survey, turn);

        assertThat(recordings(rendering)).containsExactly("audio/hello.mp3");
        assertThat(recordings(rendering.withMediaAt(URI.create("https://cdn.example"))))
                .allMatch(url -> url.startsWith("https://cdn.example/hello-"));
    }

    private static List<String> recordings(Rendering rendering) {
        return rendering.spoken().said().get(0).media().recordings();
    }

    @Test
    void a_number_with_several_surveys_serves_the_files_of_all() {
        shop.open(survey());
        SurveyDesk desk = SurveyDesk.builder("front")
                .add(shop.surveys())
                .fallback(shop.surveys())
                .build();
        String url = ana.calls(App.NUMBER).heard().get(0);

        assertThat(desk.mediaHandler().respond(WebhookRequest.get(url)).bodyText())
                .isEqualTo("hello");
    }

    @Test
    void missing_and_unknown_files_are_problems_with_their_line() throws IOException {
        Files.delete(folder.resolve("audio/hello.mp3"));
        Files.move(folder.resolve("label.png"), folder.resolve("label.bmp"));
        write(
                "prompts/en.env",
                Files.readString(folder.resolve("prompts/en.env")).replace("label.png", "label.bmp"));

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(this::survey)
                .withMessageContaining(
                        "en.env:4: \"hello.audio\" names the file " + folder + "/audio/hello.mp3, which does not exist")
                .withMessageContaining("en.env:11: \"label.image\" names the file label.bmp, but a text can show only");
    }

    @Test
    void a_survey_with_files_needs_the_url_that_serves_them() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> Surveys.builder(survey()).inMemory().build())
                .withMessageContaining("it has files such as audio/hello.mp3, which Twilio gets from the application:"
                        + " route mediaHandler(), and set its URL with mediaUrl(URI)");
    }

    @Test
    void the_folder_changes_with_its_recordings() throws IOException {
        String before = SurveyFolder.at(folder).state();

        write("audio/hello.mp3", "another hello");

        assertThat(SurveyFolder.at(folder).state()).isNotEqualTo(before);
    }

    private Survey survey() {
        return SurveyFolder.at(folder).load();
    }

    private WebhookResponse get(String url) {
        WebhookHandler files = shop.surveys().mediaHandler();
        return files.respond(WebhookRequest.get(url));
    }

    private String body(String url) {
        WebhookResponse response = get(url);
        assertThat(response.status()).as(url).isEqualTo(200);
        return response.bodyText();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
