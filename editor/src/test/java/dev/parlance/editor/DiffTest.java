package dev.parlance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.editor.LineDiff.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffTest {
    @Test
    void a_patch_has_the_changed_lines_with_three_around_them() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

        assertThat(UnifiedDiff.of("a.env", before, before.replace("5\n", "five\n")))
                .isEqualTo("""
                --- a/a.env
                +++ b/a.env
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
        assertThat(UnifiedDiff.of("a.env", before, before)).isEmpty();
        assertThat(UnifiedDiff.of("a.env", "1\n", "")).contains("@@ -1 +0,0 @@\n-1\n");
        assertThat(UnifiedDiff.of("a.env", "", "1\n")).contains("@@ -0,0 +1 @@\n+1\n");
        assertThat(UnifiedDiff.of("a.env", "1\n", "1")).endsWith("-1\n+1\n\\ No newline at end of file\n");
    }

    @Test
    void distant_changes_are_in_parts_of_their_own() {
        String before = "a\n".repeat(1) + "1\n2\n3\n4\n5\n6\n7\n" + "b\n";

        assertThat(UnifiedDiff.hunks(before, before.replace("a", "A").replace("b", "B")))
                .hasSize(2);
        assertThat(UnifiedDiff.hunks(before, before.replace("a", "A").replace("6", "six")))
                .hasSize(1);
    }

    @Test
    void both_texts_can_be_made_from_their_difference() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<String> before = lines(random);
            List<String> after = lines(random);
            List<LineDiff.Line> diff = LineDiff.between(before, after);

            assertThat(without(Kind.ADDED, diff)).isEqualTo(before);
            assertThat(without(Kind.REMOVED, diff)).isEqualTo(after);
        }
    }

    @Test
    void texts_without_anything_in_common_are_replaced() {
        String before = "a\n".repeat(3_000);
        String after = "b\n".repeat(3_000);

        assertThat(LineDiff.between(LineDiff.lines(before), LineDiff.lines(after)))
                .hasSize(6_000);
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(12), 0, 4).mapToObj(i -> i + "\n").toList();
    }

    private static List<String> without(Kind kind, List<LineDiff.Line> diff) {
        return diff.stream()
                .filter(line -> line.kind() != kind)
                .map(LineDiff.Line::text)
                .collect(Collectors.toList());
    }

    @Test
    void changes_of_different_lines_are_merged() {
        assertThat(Merge.of("a\nb\nc\n", "A\nb\nc\n", "a\nb\nc\nd\n")).isEqualTo(new Merge("A\nb\nc\nd\n", 0));
        assertThat(Merge.of("a\nb\n", "a\nb\n", "b\n")).isEqualTo(new Merge("b\n", 0));
        assertThat(Merge.of("a\nb\n", "a\nB\n", "a\nB\n")).isEqualTo(new Merge("a\nB\n", 0));
        assertThat(Merge.of("a\nb", "a\nb\n", "x\na\nb")).isEqualTo(new Merge("x\na\nb\n", 0));
    }

    @Test
    void changes_of_the_same_line_are_both_kept_between_markers() {
        assertThat(Merge.of("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n"))
                .isEqualTo(new Merge("a\n<<<<<<< this page\nmine\n=======\ntheirs\n>>>>>>> on disk\nc\n", 1));
    }
}
