package dev.parlance.fake.twilio.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line-by-line comparison of expected and received texts. */
final class ScriptDiff {
    private final List<String> lines = new ArrayList<>();
    private boolean same = true;

    private ScriptDiff() {}

    static ScriptDiff of(List<String> patterns, List<String> texts) {
        ScriptDiff diff = new ScriptDiff();
        int[][] common = common(patterns, texts);
        int i = 0;
        int j = 0;
        while (i < patterns.size() || j < texts.size()) {
            if (i < patterns.size() && j < texts.size() && matches(patterns.get(i), texts.get(j))) {
                diff.lines.add("    < " + texts.get(j));
                i++;
                j++;
            } else if (j == texts.size() || (i < patterns.size() && common[i + 1][j] >= common[i][j + 1])) {
                diff.add("-   < " + patterns.get(i++));
            } else {
                diff.add("+   < " + texts.get(j++));
            }
        }
        return diff;
    }

    /** Lengths of the longest common subsequences of the remaining lines. */
    private static int[][] common(List<String> patterns, List<String> texts) {
        int[][] common = new int[patterns.size() + 1][texts.size() + 1];
        for (int i = patterns.size() - 1; i >= 0; i--) {
            for (int j = texts.size() - 1; j >= 0; j--) {
                common[i][j] = matches(patterns.get(i), texts.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void add(String line) {
        same = false;
        lines.add(line);
    }

    boolean isSame() {
        return same;
    }

    /** Whether a text matches the pattern. … matches any text, a space matches any white space. */
    static boolean matches(String pattern, String text) {
        String regex = Pattern.compile("…|\\.\\.\\.")
                .splitAsStream(normalizeSpaces(pattern) + "\0")
                .map(part -> Pattern.quote(part.replace("\0", "")))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(normalizeSpaces(text))
                .matches();
    }

    /** The text on one line. */
    static String normalizeSpaces(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
