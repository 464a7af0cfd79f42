package dev.parlance.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that differ between two texts: as few as possible, by the algorithm of Myers. */
final class LineDiff {
    /** With more differences, the part between the first and the last one counts as replaced. */
    private static final int MOST_DIFFERENCES = 2_000;

    private static final Pattern AFTER_LINE_BREAK = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    /** What happens to a line. */
    enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /**
     * A line of the comparison.
     *
     * @param before its index in the first text, or that of the next line of it
     * @param after its index in the second text, or that of the next line of it
     */
    record Line(Kind kind, int before, int after, String text) {}

    private final List<String> before;
    private final List<String> after;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The lines of a text, each with its line break. */
    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(AFTER_LINE_BREAK.split(text));
    }

    /** All lines of both texts, in order. */
    static List<Line> between(List<String> before, List<String> after) {
        return new LineDiff(before, after).lines();
    }

    /** For each line of the first text, its index in the second one; -1 for a removed line. */
    static int[] matches(List<String> before, List<String> after) {
        int[] matches = new int[before.size()];
        Arrays.fill(matches, -1);
        for (Line line : between(before, after)) {
            if (line.kind() == Kind.KEPT) {
                matches[line.before()] = line.after();
            }
        }
        return matches;
    }

    private List<Line> lines() {
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        keep(0, 0, start, lines);
        middle(start, before.size() - end, after.size() - end, lines);
        keep(before.size() - end, after.size() - end, end, lines);
        return lines;
    }

    private void keep(int from, int to, int count, List<Line> lines) {
        for (int i = 0; i < count; i++) {
            lines.add(new Line(Kind.KEPT, from + i, to + i, before.get(from + i)));
        }
    }

    /** Compares the lines from {@code start} on, up to an end in each text. */
    private void middle(int start, int beforeEnd, int afterEnd, List<Line> lines) {
        int n = beforeEnd - start;
        int m = afterEnd - start;
        int most = Math.min(n + m, MOST_DIFFERENCES);
        List<int[]> trace = new ArrayList<>();
        int[] furthest = new int[2 * most + 3];
        int offset = most + 1;
        for (int d = 0; d <= most; d++) {
            trace.add(Arrays.copyOfRange(furthest, offset - d - 1, offset + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean isDown = k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1]);
                int x = isDown ? furthest[offset + k + 1] : furthest[offset + k - 1] + 1;
                while (x < n && x - k < m && before.get(start + x).equals(after.get(start + x - k))) {
                    x++;
                }
                furthest[offset + k] = x;
                if (x >= n && x - k >= m) {
                    lines.addAll(path(trace, start, n, m));
                    return;
                }
            }
        }
        remove(start, start, n, lines);
        add(beforeEnd, start, m, lines);
    }

    private List<Line> path(List<int[]> trace, int start, int n, int m) {
        List<Line> path = new ArrayList<>();
        int x = n;
        int y = m;
        for (int d = trace.size() - 1; d >= 0; d--) {
            int[] furthest = trace.get(d);
            int k = x - y;
            int middle = d + 1;
            boolean isDown = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
            int previousK = isDown ? k + 1 : k - 1;
            int previousX = d == 0 ? 0 : furthest[middle + previousK];
            int previousY = d == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY) {
                x--;
                y--;
                path.add(new Line(Kind.KEPT, start + x, start + y, before.get(start + x)));
            }
            if (d > 0 && isDown) {
                y--;
                path.add(new Line(Kind.ADDED, start + x, start + y, after.get(start + y)));
            } else if (d > 0) {
                x--;
                path.add(new Line(Kind.REMOVED, start + x, start + y, before.get(start + x)));
            }
        }
        Collections.reverse(path);
        return path;
    }

    private void remove(int from, int to, int count, List<Line> lines) {
        for (int i = 0; i < count; i++) {
            lines.add(new Line(Kind.REMOVED, from + i, to, before.get(from + i)));
        }
    }

    private void add(int from, int to, int count, List<Line> lines) {
        for (int i = 0; i < count; i++) {
            lines.add(new Line(Kind.ADDED, from, to + i, after.get(to + i)));
        }
    }
}
