package dev.parlance.serverless.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsProjectTest {
    private static final Content NOTHING = Content.of("");

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void named(String json) throws IOException {
        file("package.json", json);
    }

    @ParameterizedTest
    @CsvSource({
        "functions/hello.js, public function /hello, application/javascript",
        "functions/hello.protected.js, protected function /hello, application/javascript",
        "functions/a/b/c.private.js, private function /a/b/c, application/javascript",
        "functions/two.parts.js, public function /two.parts, application/javascript",
        "assets/index.html, public asset /index.html, text/html",
        "assets/voice/hi.protected.mp3, protected asset /voice/hi.mp3, audio/mpeg",
        "assets/data.private.json, private asset /data.json, application/json",
        "assets/readme, public asset /readme, application/octet-stream",
        "assets/key.private, private asset /key, application/octet-stream",
        "assets/my menu.txt, public asset /my-menu.txt, text/plain",
        "src/hello.js, public function /hello, application/javascript",
        "static/logo.PNG, public asset /logo.PNG, image/png",
    })
    void a_file_maps_to_a_function_or_asset(String name, String what, String type) throws IOException {
        named("{\"name\": \"x\"}");
        file(name, "…");

        FunctionsProject project = FunctionsProject.in(folder);

        assertThat(project.files()).singleElement().satisfies(file -> {
            assertThat(file).hasToString(what);
            assertThat(file.mediaType()).isEqualTo(type);
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.sha256()).hasSize(64);
        });
    }

    @Test
    void src_is_ignored_if_there_is_a_functions_folder() throws IOException {
        named("{\"name\": \"x\"}");
        file("functions/hello.js", "");
        file("src/other.js", "");

        assertThat(FunctionsProject.in(folder).files())
                .extracting(ProjectFile::path)
                .containsExactly("/hello");
    }

    @Test
    void the_src_folder_of_a_maven_project_is_ignored() throws IOException {
        named("{\"name\": \"x\"}");
        file("src/main/resources/page.js", "");
        file("assets/index.html", "");

        FunctionsProject project = FunctionsProject.in(folder);

        assertThat(project.files()).extracting(ProjectFile::path).containsExactly("/index.html");
        assertThat(project.warnings()).isEmpty();
    }

    @Test
    void package_json_sets_name_dependencies_and_node_version() throws IOException {
        named("""
                {"name": "@acme/greetings", "engines": {"node": "^22.1"},
                 "dependencies": {"lodash": "4.17.21", "twilio": ""}, "devDependencies": {"jest": "30"}}""");
        file("functions/hello.js", "");

        FunctionsProject project = FunctionsProject.in(folder);

        assertThat(project.name()).isEqualTo("greetings");
        assertThat(project.runtime()).contains("node22");
        assertThat(project.dependencies()).containsOnlyKeys("lodash", "twilio").containsEntry("twilio", "*");
    }

    @ParameterizedTest
    @CsvSource({"22, node22", "v20, node20", "22.x, node22", "=18.20.1, node18"})
    void a_single_major_node_version_sets_the_runtime(String engine, String runtime) throws IOException {
        named("{\"name\": \"x\", \"engines\": {\"node\": \"" + engine + "\"}}");
        file("functions/hello.js", "");

        assertThat(FunctionsProject.in(folder).runtime()).contains(runtime);
    }

    @Test
    void a_range_of_node_versions_is_a_warning() throws IOException {
        named("{\"name\": \"x\", \"engines\": {\"node\": \">=18 <23\"}}");
        file("functions/hello.js", "");

        FunctionsProject project = FunctionsProject.in(folder);

        assertThat(project.runtime()).isEmpty();
        assertThat(project.warnings()).singleElement().asString().contains(">=18 <23");
    }

    @Test
    void variables_exclude_credentials_and_empty_values() throws IOException {
        named("{\"name\": \"x\"}");
        file("functions/hello.js", "");
        file(".env", "GREETING=\"Hello, you\"\nACCOUNT_SID=AC\nTWILIO_AUTH_TOKEN=t\nEMPTY=\n");
        file("production.env", "GREETING=Hola\n");

        assertThat(FunctionsProject.in(folder).variables()).isEqualTo(Map.of("GREETING", "Hello, you"));
        assertThat(FunctionsProject.in(folder, folder.resolve("production.env")).variables())
                .isEqualTo(Map.of("GREETING", "Hola"));
    }

    @Test
    void without_package_json_the_folder_names_the_service() throws IOException {
        Files.createDirectories(folder.resolve("my-bot/functions"));
        file("my-bot/functions/hello.js", "");

        assertThat(FunctionsProject.in(folder.resolve("my-bot")).name()).isEqualTo("my-bot");
        assertThat(FunctionsProject.in(folder.resolve("my-bot"))
                        .withName("other")
                        .name())
                .isEqualTo("other");
    }

    @Test
    void other_files_among_functions_are_a_warning() throws IOException {
        named("{\"name\": \"x\"}");
        file("functions/hello.js", "");
        file("functions/hello.ts", "");
        file("functions/.DS_Store", "");

        FunctionsProject project = FunctionsProject.in(folder);

        assertThat(project.files()).hasSize(1);
        assertThat(project.warnings()).singleElement().asString().contains("hello.ts is not deployed");
    }

    @Test
    void all_problems_are_reported_together() {
        ProjectException failure = catchThrowableOfType(
                ProjectException.class,
                () -> FunctionsProject.builder("no good")
                        .function("/hello", Visibility.PUBLIC, NOTHING)
                        .function("/hello", Visibility.PRIVATE, NOTHING)
                        .function("hello", Visibility.PUBLIC, NOTHING)
                        .asset("/../secret", Visibility.PUBLIC, NOTHING)
                        .asset("/a&b", Visibility.PUBLIC, NOTHING)
                        .asset("/a\u001b[2J", Visibility.PUBLIC, NOTHING)
                        .asset("/" + "x".repeat(255), Visibility.PUBLIC, NOTHING)
                        .variable("1ST", "x")
                        .variable("LONG", "é".repeat(226))
                        .dependency("mine", "file:../mine")
                        .runtime("22")
                        .build());

        assertThat(failure.problems()).hasSize(11);
        assertThat(failure)
                .hasMessageContainingAll(
                        "not a valid service name",
                        "have the same path",
                        "start with a single slash",
                        "contains a . or .. part",
                        "/a&b has a character",
                        "/a\\u001b[2J has a control character",
                        "more than 255 characters",
                        "\"1ST\" is invalid",
                        "LONG has more than 450 bytes",
                        "mine is at file",
                        "\"22\" is not a valid runtime");
    }

    @Test
    void an_empty_project_is_a_problem() {
        assertThatThrownBy(() -> FunctionsProject.builder("x").build()).hasMessageContaining("nothing to deploy");
        assertThatThrownBy(() -> FunctionsProject.in(folder.resolve("nowhere"))).hasMessageContaining("no such folder");
    }

    @Test
    void a_file_over_the_size_limit_is_a_problem() throws IOException {
        named("{\"name\": \"x\"}");
        file("assets/large.bin", "");
        file("assets/large.private.bin2", "");
        grow("assets/large.bin", (25 << 20) + 1);
        grow("assets/large.private.bin2", (10 << 20) + 1);

        assertThatThrownBy(() -> FunctionsProject.in(folder))
                .hasMessageContaining("public asset /large.bin has 26214401 bytes; Twilio's limit is 25 MiB")
                .hasMessageContaining("private asset /large.bin2 has 10485761 bytes; Twilio's limit is 10 MiB");
    }

    private void grow(String name, long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(size);
        }
    }

    @Test
    void a_link_out_of_the_folder_is_a_problem_and_is_not_followed() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside/deep"));
        Files.writeString(outside.resolve("secret.js"), "");
        Path project =
                Files.createDirectories(folder.resolve("project/functions")).getParent();
        Files.writeString(project.resolve("functions/hello.js"), "");
        Files.createSymbolicLink(project.resolve("functions/secret.js"), outside.resolve("secret.js"));
        Files.createSymbolicLink(project.resolve("functions/all"), outside);
        Files.createSymbolicLink(project.resolve("functions/gone.js"), folder.resolve("nowhere"));

        ProjectException failure = catchThrowableOfType(ProjectException.class, () -> FunctionsProject.in(project));

        assertThat(failure.problems()).hasSize(3);
        assertThat(failure)
                .hasMessageContaining("functions/secret.js is a link out of the project")
                .hasMessageContaining("functions/all is a link out of the project")
                .hasMessageContaining("functions/gone.js");
    }

    @Test
    void a_link_within_the_folder_is_followed() throws IOException {
        named("{\"name\": \"x\"}");
        file("shared/hello.js", "…");
        Files.createDirectories(folder.resolve("functions"));
        Files.createSymbolicLink(folder.resolve("functions/hello.js"), folder.resolve("shared/hello.js"));

        assertThat(FunctionsProject.in(folder).files()).hasSize(1);
    }

    @Test
    void too_many_functions_are_a_warning() {
        FunctionsProject.Builder project = FunctionsProject.builder("x");
        for (int i = 0; i < 51; i++) {
            project.function("/f" + i, Visibility.PUBLIC, NOTHING);
        }

        assertThat(project.build().warnings())
                .containsExactly(Problem.of("There are 51 functions; Twilio's documentation allows 50 in a build"));
    }

    @Test
    void an_invalid_package_json_is_reported_with_its_line() throws IOException {
        named("{\n\"name\": ,}");

        assertThatThrownBy(() -> FunctionsProject.in(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("package.json:2:");
    }

    @Test
    void a_class_path_resource_can_be_deployed() {
        FunctionsProject project = FunctionsProject.builder("x")
                .asset("/types.txt", Visibility.PUBLIC, Content.resource(Content.class, "media-types.properties"))
                .build();

        assertThat(project.files().get(0).size()).isPositive();
        assertThatThrownBy(() -> FunctionsProject.builder("x")
                        .asset("/x", Visibility.PUBLIC, Content.resource(Content.class, "nothing")))
                .hasMessageContaining("no resource nothing");
    }
}
