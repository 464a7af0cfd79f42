package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptSourceTest {
    /** A class of the application, which the tests copy next to its prompts. */
    static final class Application {}

    private static final String CLASS = Application.class.getName().replace('.', '/') + ".class";

    @TempDir
    Path folder;

    @Test
    void class_path_prompts_are_read_from_a_directory() throws Exception {
        Path root = Files.createDirectory(folder.resolve("class es"));
        Files.createDirectories(root.resolve("my/prompts"));
        Files.writeString(root.resolve("my/prompts/en.env"), "hello=Hello");
        copyClassTo(Files.createDirectories(root.resolve(CLASS).getParent())
                .resolve(root.resolve(CLASS).getFileName()));

        try (URLClassLoader application = loader(root)) {
            assertThat(hello(application, "my/prompts")).isEqualTo("Hello");
        }
    }

    @Test
    void class_path_prompts_are_read_from_a_jar() throws Exception {
        Path jar = folder.resolve("app lication.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            entry(out, "my/", "");
            entry(out, "my/prompts/", "");
            entry(out, "my/prompts/en.env", "hello=Hello from a jar");
            out.putNextEntry(new JarEntry(CLASS));
            copyClassTo(out);
        }

        try (URLClassLoader application = loader(jar)) {
            assertThat(hello(application, "my/prompts")).isEqualTo("Hello from a jar");
            assertThat(hello(application, "my/prompts")).isEqualTo("Hello from a jar");
        }
    }

    @Test
    void a_folder_missing_from_the_class_path_is_reported() {
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(PromptSource.classpath(Application.class, "nowhere")))
                .withMessageContaining(
                        "there is no folder nowhere on the class path of " + Application.class.getName());
    }

    @Test
    void a_custom_source_needs_two_methods() {
        PromptSource database = new PromptSource() {
            @Override
            public List<PromptFile> files() {
                return List.of(new PromptFile("en.env", "hello=".getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public String description() {
                return "table prompts";
            }
        };

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(database))
                .withMessageContaining("table prompts/en.env:1: \"hello\" is empty");
    }

    @Test
    void a_file_that_is_too_large_is_reported() throws IOException {
        Files.write(folder.resolve("en.env"), new byte[(1 << 20) + 1]);

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(folder))
                .withMessageContaining("en.env: the file is larger than 1048576 bytes");
    }

    @Test
    void without_icu_plain_prompts_work_and_others_name_the_missing_dependency() throws Exception {
        URL classes = Prompts.class.getProtectionDomain().getCodeSource().getLocation();
        URL here = Application.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader withoutIcu = new WithoutIcu(classes, here)) {
            Class<?> caller = withoutIcu.loadClass(Caller.class.getName());

            assertThat(caller.getMethod("hello", String.class).invoke(null, "Hello, {name}!"))
                    .isEqualTo("Hello, Ana!");
            assertThat((String) caller.getMethod("hello", String.class).invoke(null, "{n, plural, other {#}}"))
                    .contains("map/en.json:1: \"hello\": plural, select and formats need ICU")
                    .contains("add the dependency com.ibm.icu:icu4j");
        }
    }

    /** Runs without ICU on the class path. */
    public static final class Caller {
        private Caller() {}

        /** The text of the prompt, or the error message. */
        public static String hello(String text) {
            try {
                return Prompts.of(java.util.Map.of("en", java.util.Map.of("hello", text)))
                        .defaultLanguage()
                        .text("hello", "name", "Ana");
            } catch (PromptException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    /** Loads the library and these tests again, without ICU. */
    private static final class WithoutIcu extends URLClassLoader {
        WithoutIcu(URL... classes) {
            super(classes, PromptSourceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.ibm.icu")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("dev.parlance")) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
            return super.loadClass(name, resolve);
        }
    }

    private static String hello(ClassLoader application, String prompts) throws ClassNotFoundException {
        Class<?> anchor = Class.forName(Application.class.getName(), false, application);
        return Prompts.from(PromptSource.classpath(anchor, prompts))
                .defaultLanguage()
                .text("hello");
    }

    /** Loads the application's class from the folder or jar of the test, without a parent. */
    private static URLClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
    }

    private static void entry(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void copyClassTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            copyClassTo(out);
        }
    }

    private static void copyClassTo(OutputStream out) throws IOException {
        try (InputStream in = Application.class.getResourceAsStream("/" + CLASS)) {
            out.write(in.readAllBytes());
        }
    }
}
