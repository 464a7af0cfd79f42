package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings and pictures in files. */
class MediaFilesTest {
    @TempDir
    private Path folder;

    private final Map<String, String> texts = new HashMap<>(Map.of("a", "a"));

    @Test
    void prompts_name_files_of_the_folder() throws Exception {
        write("zu/a.mp3", "sound");
        write("label.PNG", "picture");
        texts.put("a.audio", "zu/a.mp3 https://media.example/b.mp3");
        texts.put("a.image", "label.PNG");

        Prompts prompts = prompts();

        assertThat(prompts.in("en").recordings("a")).containsExactly("zu/a.mp3", "https://media.example/b.mp3");
        assertThat(prompts.in("en").pictures("a")).containsExactly("label.PNG");
        assertThat(prompts.mediaFiles()).containsOnlyKeys("label.PNG", "zu/a.mp3");
        MediaFile sound = prompts.mediaFiles().get("zu/a.mp3");
        assertThat(sound.type()).isEqualTo("audio/mpeg");
        assertThat(sound.content().orElseThrow()).asString().isEqualTo("sound");
        assertThat(prompts.mediaFiles().get("label.PNG").type()).isEqualTo("image/png");
    }

    @Test
    void files_are_read_from_the_class_path() {
        texts.put("a.audio", "tone.wav");

        Prompts prompts = Prompts.builder(PromptSource.map(Map.of("en", texts)))
                .media(MediaSource.classpath(MediaFilesTest.class, "media-files"))
                .build();

        assertThat(prompts.mediaFiles()).containsOnlyKeys("tone.wav");
    }

    @Test
    void files_of_the_keys_of_options_are_read_where_they_exist() throws Exception {
        write("press-1.mp3", "one");
        write("press-9.mp3", "nine");
        texts.put("a.audio", "https://media.example/a.mp3");
        texts.put("survey.option.voice.audio", "{label} press-{key}.mp3");

        assertThat(prompts().mediaFiles()).containsOnlyKeys("press-1.mp3", "press-9.mp3");
    }

    @Test
    void a_file_that_can_not_be_used_is_a_problem() throws Exception {
        write("a.ogg", "sound");
        write("empty.mp3", "");
        write("large.mp3", "x".repeat((4 << 20) + 1));
        texts.put("a.audio", "a.ogg missing.mp3 empty.mp3 large.mp3 a.png");
        texts.put("survey.b.audio", "press-{key}.mp3");
        texts.put("a.image", "a.mp3");

        assertThat(errors())
                .containsExactlyInAnyOrder(
                        "\"a.audio\" names the file a.ogg, but a call can play only aif, aiff, gsm, mp3, ulaw, wav",
                        "\"a.audio\" names the file " + folder + "/missing.mp3, which does not exist",
                        "\"a.audio\" names the file empty.mp3, which can't be used: the file is empty",
                        "\"a.audio\" names the file large.mp3, which can't be used: the file is larger than 4 MB",
                        "\"a.audio\" names the file a.png, but a call can play only aif, aiff, gsm, mp3, ulaw, wav",
                        "\"survey.b.audio\" names the file " + folder + "/press-1.mp3, which does not exist",
                        "\"a.image\" names the file a.mp3, but a text can show only gif, jpeg, jpg, png");
    }

    @Test
    void a_path_out_of_the_folder_is_no_name() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        write("secret.mp3", "secret");
        for (String path : List.of("../secret.mp3", "/secret.mp3", "x/../../secret.mp3", "..\\secret.mp3", ".a.mp3")) {
            texts.put("a.audio", path);

            assertThat(errors(inner))
                    .as(path)
                    .containsExactly("\"a.audio\" must list URLs that start with https://, or files of the folder,"
                            + " separated by blanks");
        }
    }

    @Test
    void a_changed_file_is_another_version_of_the_prompts() throws Exception {
        write("a.mp3", "sound");
        texts.put("a.audio", "a.mp3");
        Prompts before = prompts();

        assertThat(before.refresh()).isSameAs(before);
        write("a.mp3", "another sound");

        Prompts after = before.refresh();
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.mediaFiles().get("a.mp3").content().orElseThrow())
                .asString()
                .isEqualTo("another sound");
    }

    @Test
    void prompts_as_json_keep_the_hashes_of_files() throws Exception {
        write("a.mp3", "sound");
        texts.put("a.audio", "a.mp3");
        Prompts prompts = prompts();

        Prompts read = Prompts.fromJson(prompts.toJson());

        MediaFile file = read.mediaFiles().get("a.mp3");
        assertThat(file.sha256()).isEqualTo(prompts.mediaFiles().get("a.mp3").sha256());
        assertThat(file.content()).isEmpty();
        assertThat(read.digest()).isEqualTo(prompts.digest());
    }

    private Prompts prompts() {
        return reader(folder).build();
    }

    private PromptsBuilder reader(Path media) {
        return Prompts.builder(PromptSource.map(Map.of("en", texts))).media(MediaSource.folder(media));
    }

    private List<String> errors() {
        return errors(folder);
    }

    private List<String> errors(Path media) {
        return reader(media).check().errors().stream().map(Problem::message).toList();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
