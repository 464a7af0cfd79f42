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
 * The code in the documents is taken from files that are compiled. Above such a block stands
 * {@code <!-- snippet: path/to/File.java#name -->}; in the file the piece stands between {@code // snippet: name} and
 * {@code // end}; without a name it is the whole file. {@code -Dsnippets=write} takes the pieces anew.
 */
class SnippetsTest {
    private static final Pattern BLOCK =
            Pattern.compile("<!-- snippet: ([^#\\s]+)(?:#(\\S+))? -->\\n```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?m)^(.*)\\n```java$");

    static List<Path> documents() {
        return House.files(House::isMarkdown);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_snippet_stands_in_a_file_that_is_compiled(Path document) throws IOException {
        String text = House.read(document);
        String expected = BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(
                        renewed(block.group(), block.group(1), block.group(2), block.group(3))));

        if ("write".equals(System.getProperty("snippets"))) {
            Files.writeString(document, expected);
        } else {
            assertThat(text).as("%s; renew it with -Dsnippets=write", document).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void no_java_is_pasted(Path document) {
        assertThat(JAVA_BLOCK.matcher(House.read(document)).results().map(block -> block.group(1)))
                .as("the line above each block of Java in %s", document)
                .allMatch(line -> line.startsWith("<!-- snippet: "));
    }

    @Test
    void the_readme_shows_code() {
        assertThat(BLOCK.matcher(House.read(House.ROOT.resolve("README.md"))).results())
                .isNotEmpty();
    }

    private static String renewed(String block, String file, String name, String language) {
        String source = House.read(House.ROOT.resolve(file));
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
