package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.definition.SurveyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINITION =
            "{\"name\": \"tea\", \"questions\": [{\"id\": \"why\", \"kind\": \"text\"}]}";

    @TempDir
    private Path folder;

    private final Ticking clock = new Ticking();
    private SurveyEditor editor;
    private OtherPage page;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("survey.json"), DEFINITION);
        Files.writeString(folder.resolve("prompts/en.env"), "why=Why?\n");
        Files.writeString(folder.resolve("prompts/notes.txt"), "not a prompt file");
        editor = SurveyEditor.open(folder, 0, 0.01, clock);
        page = OtherPage.open(editor.url());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void only_who_knows_the_random_part_of_the_url_gets_an_answer() throws IOException, InterruptedException {
        assertThat(editor.url().getPath()).matches("/[0-9a-f]{32}/");
        assertThat(get(editor.url())).isEqualTo(200);
        assertThat(get(editor.url().resolve("/"))).isEqualTo(404);
        assertThat(get(editor.url().resolve("/api/schema"))).isEqualTo(404);
        try (SurveyEditor other = SurveyEditor.open(folder, 0)) {
            assertThat(other.url().getPath()).isNotEqualTo(editor.url().getPath());
        }
    }

    private static int get(URI url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_page_that_is_not_known_any_more_must_reload() {
        page.close();

        HttpResponse<String> response = page.send("news", fields());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("The editor does not know this page any more. Reload it.");
    }

    @Test
    void a_page_that_was_silent_for_long_does_not_count_as_open() {
        OtherPage other = OtherPage.open(editor.url());
        assertThat(page.ask("news", fields()).path("others").asInt()).isOne();

        clock.now = clock.now.plus(Duration.ofMinutes(2));

        assertThat(page.ask("news", fields()).path("others").asInt()).isZero();
        JsonNode unused = other.ask("news", fields());
        assertThat(page.ask("news", fields()).path("others").asInt()).isOne();
    }

    @Test
    void what_cannot_be_done_is_refused_with_the_reason() {
        assertThat(refusal(change("fly"))).isEqualTo("There is no change \"fly\".");
        assertThat(refusal(change("file").put("file", "../secret").put("text", "x")))
                .isEqualTo("There is no file ../secret.");
        assertThat(refusal(change("prompt")
                        .put("file", "prompts/notes.txt")
                        .put("key", "a")
                        .put("text", "x")))
                .isEqualTo("There is no file prompts/notes.txt.");
        assertThat(refusal(change("prompt").put("file", "prompts/en.env"))).isEqualTo("The field \"key\" is missing.");
        assertThat(refusal(change("move").put("place", "/questions"))).isEqualTo("The field \"from\" is missing.");
        assertThat(page.ask("unsaved", fields())).isEmpty();
    }

    @Test
    void no_file_outside_of_the_survey_is_read_or_written() {
        for (String file :
                new String[] {"../secret.env", "prompts/../../secret.env", "prompts/notes.txt", "prompts/a/b.env"}) {
            String why = file + " is not a file of the survey.";

            assertThat(page.send("disk", fields().put("file", file)).body()).isEqualTo(why);
            assertThat(page.send("take", fields().put("file", file).put("text", "a=b"))
                            .body())
                    .isEqualTo(why);
        }
    }

    @Test
    void problems_have_their_file_in_the_folder() {
        assertThat(DraftCheck.inFolder(Path.of("survey"), "survey.json")).isEqualTo("survey.json");
        assertThat(DraftCheck.inFolder(Path.of("survey"), "survey/prompts/en.env"))
                .isEqualTo("prompts/en.env");
    }

    private String refusal(ObjectNode change) {
        HttpResponse<String> response = page.send("change", fields().set("change", change));
        assertThat(response.statusCode()).isEqualTo(409);
        return response.body();
    }

    @Test
    void two_pages_do_not_overwrite_each_other() throws IOException {
        OtherPage other = OtherPage.open(editor.url());
        write(page, "Why not?");
        write(other, "Why indeed?");
        JsonNode saved = page.ask("save", fields());

        HttpResponse<String> refused = other.send("save", fields());

        assertThat(saved.path("unsaved")).isEmpty();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("Another program has changed prompts/en.env. Nothing was saved.");
        assertThat(other.ask("news", fields()).path("disk").get(0).asText()).isEqualTo("prompts/en.env");
        assertThat(other.ask("disk", fields().put("file", "prompts/en.env"))
                        .at("/merge/conflicts")
                        .asInt())
                .isOne();
        assertThat(Files.readString(folder.resolve("prompts/en.env"))).isEqualTo("why=Why not?\n");
    }

    @Test
    void a_file_that_changes_while_it_is_looked_at_is_not_taken_over() throws IOException {
        Files.writeString(folder.resolve("prompts/en.env"), "why=First\n");
        String seen = page.ask("disk", fields().put("file", "prompts/en.env"))
                .path("text")
                .asText();
        Files.writeString(folder.resolve("prompts/en.env"), "why=Second\n");

        ObjectNode take = fields().put("file", "prompts/en.env").put("onDisk", seen);
        HttpResponse<String> response = page.send("take", take);

        assertThat(response.body()).isEqualTo("prompts/en.env has changed again. Look at it once more.");
    }

    @Test
    void a_file_that_was_deleted_on_disk_can_be_kept_or_removed() throws IOException {
        Files.writeString(folder.resolve("prompts/es.env"), "why=¿Por qué?\n");
        page.ask("take", fields().put("file", "prompts/es.env").put("onDisk", "why=¿Por qué?\n"));
        Files.delete(folder.resolve("prompts/es.env"));

        JsonNode kept = page.ask("take", fields().put("file", "prompts/es.env").put("text", "why=¿Por qué?\n"));
        assertThat(kept.path("unsaved").get(0).asText()).isEqualTo("prompts/es.env");
        page.ask("save", fields());
        assertThat(Files.readString(folder.resolve("prompts/es.env"))).isEqualTo("why=¿Por qué?\n");

        Files.delete(folder.resolve("prompts/es.env"));
        JsonNode removed = page.ask("take", fields().put("file", "prompts/es.env"));
        assertThat(removed.path("unsaved")).isEmpty();
        assertThat(removed.path("names")).hasSize(1);
    }

    @Test
    void a_saved_file_keeps_its_permissions_and_its_link() throws IOException {
        Path target = Files.writeString(folder.resolve("shared.env"), "why=Why?\n");
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(target, permissions);
        Files.delete(folder.resolve("prompts/en.env"));
        Path link = Files.createSymbolicLink(folder.resolve("prompts/en.env"), target);
        page.ask("take", fields().put("file", "prompts/en.env").put("onDisk", "why=Why?\n"));

        write(page, "Why not?");
        page.ask("save", fields());

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).isEqualTo("why=Why not?\n");
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(permissions);
        assertThat(folder.resolve("prompts")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void the_phone_says_how_the_survey_ended_and_what_was_answered() {
        ObjectNode fields = fields();
        fields.putArray("said").add("because");

        JsonNode phone = page.ask("phone", fields);

        assertThat(phone.path("end").asText()).isEqualTo("COMPLETED");
        assertThat(phone.at("/answers/why").asText()).isEqualTo("because");
        assertThat(phone.at("/conversation/1/isMine").asBoolean()).isTrue();
    }

    @Test
    void what_is_no_survey_is_not_opened() throws IOException {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyEditor.open(folder.resolve("prompts"), 0))
                .withMessageContaining("There is no survey in ");
        Files.write(folder.resolve("prompts/en.env"), new byte[] {'a', '=', (byte) 0xff});
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> SurveyEditor.open(folder, 0))
                .withMessageContaining("en.env is not valid UTF-8");
    }

    private static void write(OtherPage page, String text) {
        ObjectNode change =
                change("prompt").put("file", "prompts/en.env").put("key", "why").put("text", text);
        JsonNode unused = page.ask("change", fields().set("change", change));
    }

    private static ObjectNode fields() {
        return JSON.createObjectNode();
    }

    private static ObjectNode change(String what) {
        return fields().put("do", what);
    }

    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
