package dev.parlance.editor;

import dev.parlance.editor.LineDiff.Kind;
import dev.parlance.editor.LineDiff.Line;
import java.util.ArrayList;
import java.util.List;

/** The differences between two texts of a file, with the lines around them, as {@code diff -u} prints them. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** Lines that differ, with three lines around them. */
    record Hunk(List<Line> lines) {
        /** {@code @@ -1,3 +1,4 @@}. */
        String head() {
            return "@@ -" + range(Kind.ADDED, lines.get(0).before()) + " +"
                    + range(Kind.REMOVED, lines.get(0).after()) + " @@";
        }

        private String range(Kind others, int start) {
            long count = lines.stream().filter(line -> line.kind() != others).count();
            return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
        }
    }

    static List<Hunk> hunks(String before, String after) {
        List<Line> lines = LineDiff.between(LineDiff.lines(before), LineDiff.lines(after));
        List<Hunk> hunks = new ArrayList<>();
        int start = -1;
        int lastChange = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == Kind.KEPT) {
                continue;
            }
            if (start >= 0 && i - lastChange > 2 * CONTEXT + 1) {
                hunks.add(hunk(lines, start, lastChange));
                start = -1;
            }
            start = start < 0 ? i : start;
            lastChange = i;
        }
        if (start >= 0) {
            hunks.add(hunk(lines, start, lastChange));
        }
        return hunks;
    }

    private static Hunk hunk(List<Line> lines, int first, int last) {
        return new Hunk(
                List.copyOf(lines.subList(Math.max(0, first - CONTEXT), Math.min(lines.size(), last + CONTEXT + 1))));
    }

    /** The differences as a patch; empty if the texts are equal. */
    static String of(String file, String before, String after) {
        List<Hunk> hunks = hunks(before, after);
        if (hunks.isEmpty()) {
            return "";
        }
        StringBuilder patch = new StringBuilder("--- a/" + file + "\n+++ b/" + file + "\n");
        for (Hunk hunk : hunks) {
            patch.append(hunk.head()).append('\n');
            for (Line line : hunk.lines()) {
                patch.append(sign(line.kind())).append(line.text());
                if (!line.text().endsWith("\n")) {
                    patch.append("\n\\ No newline at end of file\n");
                }
            }
        }
        return patch.toString();
    }

    /** The character before a line of a patch. */
    static char sign(Kind kind) {
        return switch (kind) {
            case KEPT -> ' ';
            case REMOVED -> '-';
            case ADDED -> '+';
        };
    }
}
