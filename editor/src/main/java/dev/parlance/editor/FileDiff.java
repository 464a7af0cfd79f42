package dev.parlance.editor;

import java.util.List;

/**
 * The differences in a file, as the page shows them.
 *
 * @param patch all of them as text
 */
record FileDiff(String file, List<Part> parts, String patch) {
    /** Lines that differ, with those around them. */
    record Part(String head, List<Line> lines) {}

    /** A line with its sign: {@code +}, {@code -} or a blank. */
    record Line(String sign, String text) {}

    static FileDiff of(String file, String before, String after) {
        List<Part> parts = UnifiedDiff.hunks(before, after).stream()
                .map(hunk -> new Part(
                        hunk.head(),
                        hunk.lines().stream()
                                .map(line -> new Line(
                                        String.valueOf(UnifiedDiff.sign(line.kind())),
                                        line.text().replaceAll("[\\r\\n]+$", "")))
                                .toList()))
                .toList();
        return new FileDiff(file, parts, UnifiedDiff.of(file, before, after));
    }
}
