package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surveys in a jar of the class path, as in a packaged application, which runs in a process of its own. */
class SurveysInJarTest {
    /** Prints the surveys that it finds, by folder. */
    static final class Application {
        private Application() {}

        public static void main(String[] arguments) {
            SurveyFolders.in("classpath:packed/")
                    .forEach((name, folder) ->
                            System.out.println(name + ": " + folder.load().name()));
        }
    }

    private static void jar(Path file, Map<String, String> files) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                jar.putNextEntry(new JarEntry(each.getKey()));
                jar.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
    }

    private static String output(Path jar) throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + jar,
                        Application.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(application.waitFor()).isZero();
        return output;
    }

    private static Map<String, String> surveys(String... names) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("packed/", "");
        for (String name : names) {
            String folder = "packed/" + name + "/";
            files.put(folder, "");
            files.put(folder + "survey.json", """
                    {"name": "%s", "questions": [{"id": "rate", "kind": "rating", "least": 1, "most": 5}]}
                    """.formatted(name.replace(' ', '-')));
            files.put(folder + "prompts/", "");
            files.put(folder + "prompts/en-US.env", "rate=How was it?");
            files.put(folder + "prompts/es-MX.env", "rate=¿Cómo estuvo?");
        }
        return files;
    }

    @Test
    void each_folder_is_found_and_loaded(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("surveys in a jar.jar");
        jar(jar, surveys("coffee", "iced tea"));

        assertThat(output(jar).lines()).containsExactly("coffee: coffee", "iced tea: iced-tea");
    }
}
