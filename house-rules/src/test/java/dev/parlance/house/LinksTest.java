package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links within the documents lead to files and headings that exist. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
    private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);

    static List<Path> documents() {
        return ProjectFiles.files(ProjectFiles::isMarkdown);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void no_link_is_dead(Path document) {
        String text = CODE.matcher(ProjectFiles.read(document)).replaceAll("");

        assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                .as("links in %s", document)
                .allMatch(link -> link.matches("[a-z]+:.*") || leadsSomewhere(document, link));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        boolean isThere = Files.exists(file);
        return parts.length == 1 ? isThere : isThere && hasHeading(file, parts[1]);
    }

    private static boolean hasHeading(Path file, String anchor) {
        Matcher headings = HEADING.matcher(CODE.matcher(ProjectFiles.read(file)).replaceAll(""));
        return headings.results().anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
    }

    /** As GitHub makes it: in lower case, without punctuation, a hyphen for each blank. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }
}
