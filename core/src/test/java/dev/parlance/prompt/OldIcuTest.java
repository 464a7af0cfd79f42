package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of ICU on the class path that lacks a method. */
class OldIcuTest {
    private static final Map<String, String> OLD_ICU = Map.of(
            "util/VersionInfo",
            "public class VersionInfo { public static final VersionInfo ICU_VERSION = new VersionInfo();"
                    + " public String toString() { return \"4.0.1.0\"; } }",
            "util/ULocale",
            "public class ULocale { public static ULocale forLocale(java.util.Locale locale) { return new ULocale(); } }",
            "text/MessageFormat",
            "public class MessageFormat { public MessageFormat(String text, com.ibm.icu.util.ULocale locale) {} }");

    @TempDir
    private Path folder;

    @Test
    void an_old_version_is_found_at_load_and_named() throws Exception {
        compileOldIcu();
        URL classes = Prompts.class.getProtectionDomain().getCodeSource().getLocation();
        URL here = OldIcuTest.class.getProtectionDomain().getCodeSource().getLocation();

        try (URLClassLoader withOldIcu = new OwnFirst(folder.toUri().toURL(), classes, here)) {
            Class<?> caller = withOldIcu.loadClass(PromptSourceTest.Caller.class.getName());

            assertThat((String) caller.getMethod("hello", String.class).invoke(null, "{n, plural, other {#}}"))
                    .contains("map/en.json:1: \"hello\": plural, select and formats need ICU 72 or newer")
                    .contains("but version 4.0.1.0 is on the class path; update the dependency com.ibm.icu:icu4j");
            assertThat(caller.getMethod("hello", String.class).invoke(null, "Hello, {name}!"))
                    .isEqualTo("Hello, Ana!");
        }
    }

    private void compileOldIcu() throws IOException {
        for (Map.Entry<String, String> file : OLD_ICU.entrySet()) {
            Path source = folder.resolve("com/ibm/icu/" + file.getKey() + ".java");
            Files.createDirectories(source.getParent());
            String name = file.getKey().substring(0, file.getKey().indexOf('/'));
            Files.writeString(source, "package com.ibm.icu." + name + ";\n" + file.getValue());
        }
        try (var sources = Files.walk(folder)) {
            List<String> files =
                    sources.filter(Files::isRegularFile).map(Path::toString).toList();
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new));
            assertThat(status).isZero();
        }
    }

    /** Loads the library, these tests and the old ICU from its own places, and all else from the parent. */
    private static final class OwnFirst extends URLClassLoader {
        OwnFirst(URL... places) {
            super(places, OldIcuTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.parlance") && !name.startsWith("com.ibm.icu")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}
