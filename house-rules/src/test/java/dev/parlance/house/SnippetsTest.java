package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that the code in the documents comes from compiled files. A code block follows the comment
 * {@code <!-- snippet: path/to/File.java#name -->}. In the file, the snippet is between {@code // snippet: name} and
 * {@code // end}; without a name, it is the whole file. {@code -Dsnippets=write} updates the documents.
 */
class SnippetsTest {
    private static final Pattern BLOCK =
            Pattern.compile("<!-- snippet: ([^#\\s]+)(?:#(\\S+))? -->\\n```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED_BLOCK = Pattern.compile("(?m)^(.*)\\n```(?:java|kotlin)$");

    static List<Path> documents() {
        return ProjectFiles.files(ProjectFiles::isMarkdown);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_snippet_matches_its_source_file(Path document) throws IOException {
        String text = ProjectFiles.read(document);
        String expected = BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(
                        updated(block.group(), block.group(1), block.group(2), block.group(3))));

        if ("write".equals(System.getProperty("snippets"))) {
            Files.writeString(document, expected);
        } else {
            assertThat(text).as("%s; update it with -Dsnippets=write", document).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_block_of_java_and_kotlin_is_a_snippet(Path document) {
        assertThat(COMPILED_BLOCK.matcher(ProjectFiles.read(document)).results().map(block -> block.group(1)))
                .as("the line above each block of Java or Kotlin in %s", document)
                .allMatch(line -> line.startsWith("<!-- snippet: "));
    }

    @Test
    void the_readme_has_code() {
        assertThat(BLOCK.matcher(ProjectFiles.read(ProjectFiles.ROOT.resolve("README.md")))
                        .results())
                .isNotEmpty();
    }

    private static String updated(String block, String file, String name, String language) {
        String source = ProjectFiles.read(ProjectFiles.ROOT.resolve(file));
        String piece = name == null ? source : piece(source, file, name);
        return block.substring(0, block.indexOf('\n') + 1) + "```" + language + "\n" + piece + "```";
    }

    private static String piece(String source, String file, String name) {
        Matcher found = Pattern.compile("(?s)// snippet: " + Pattern.quote(name) + "\\n(.*?)\\n? *// end\\n")
                .matcher(source);
        assertThat(found.find()).as("// snippet: %s in %s", name, file).isTrue();
        return found.group(1).stripIndent().stripTrailing() + "\n";
    }
}
