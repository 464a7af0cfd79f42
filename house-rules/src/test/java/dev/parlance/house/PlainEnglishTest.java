package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds phrases that need a second reading, in documents, comments, messages and test names. */
class PlainEnglishTest {
    private static final Map<String, String> BETTER = Map.ofEntries(
            Map.entry("anew", "again"),
            Map.entry("whoever|whomever", "name the subject: a sender that …"),
            Map.entry("(?:by|of|with|for|from|in) who(?:m|se)?", "write two sentences, or name the subject"),
            Map.entry("(?:is|are|was|were|gets?|be|been|being) told", "gets, reports, is notified"),
            Map.entry("tells? (?:of|about|how|what|whether|that|which|who|where|why)", "reports, says, notifies"),
            Map.entry("(?:is|are|was|were) none", "is invalid, there is no …"),
            Map.entry("unless it (?:is|was) (?:there|told|set)", "Default: …"),
            Map.entry("begun with|begins? with (?:him|her|them|people|a person)", "started, contacted"),
            Map.entry("one's own|one's", "your"),
            Map.entry("he|his|him|himself", "they, their"),
            Map.entry("as yet", "yet, not yet"),
            Map.entry("therein|thereof|whereof|wherein|thereby|whereby", "a plain word, or nothing"),
            Map.entry("such a one|such as (?:are|is|it is|they are)", "name it"));

    private static final Pattern PHRASE =
            Pattern.compile("(?i)(?<![\\w'\"])(" + String.join("|", BETTER.keySet()) + ")(?![\\w'\"])");
    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern TEST_NAME = Pattern.compile("void (\\w+_\\w+)\\(");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);
    private static final int AROUND = 40;

    @Test
    void documents_are_in_plain_english() {
        List<Path> documents = ProjectFiles.files(ProjectFiles::isMarkdown);

        assertThat(found(documents, text -> CODE.matcher(text).replaceAll(" "))).isEmpty();
    }

    @Test
    void comments_messages_and_test_names_are_in_plain_english() {
        List<Path> sources =
                ProjectFiles.files(file -> ProjectFiles.isJava(file) && !file.endsWith("PlainEnglishTest.java"));

        assertThat(found(sources, PlainEnglishTest::prose)).isEmpty();
    }

    private static String prose(String java) {
        Stream<String> words = COMMENT_OR_STRING.matcher(java).results().map(found -> found.group());
        Stream<String> names =
                TEST_NAME.matcher(java).results().map(found -> found.group(1).replace('_', ' '));
        return String.join("\n", Stream.concat(words, names).toList()).replaceAll(" *\\n +\\*? *", " ");
    }

    private static List<String> found(List<Path> files, UnaryOperator<String> prose) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = prose.apply(ProjectFiles.read(file));
            Matcher phrase = PHRASE.matcher(text);
            while (phrase.find()) {
                int start = Math.max(0, phrase.start() - AROUND);
                int end = Math.min(text.length(), phrase.end() + AROUND);
                found.add(ProjectFiles.ROOT.relativize(file) + ": …"
                        + text.substring(start, end).replace('\n', ' ') + "… Better: " + better(phrase.group()));
            }
        }
        return found;
    }

    private static String better(String phrase) {
        return BETTER.entrySet().stream()
                .filter(each -> Pattern.compile(each.getKey())
                        .matcher(phrase.toLowerCase(Locale.ROOT))
                        .lookingAt())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("plain words");
    }
}
