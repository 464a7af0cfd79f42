package dev.parlance.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries and the problems of a file. */
public record ParsedFile(List<Entry> entries, List<FileProblem> problems) {
    /** Makes both lists immutable. */
    public ParsedFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** Collects entries and problems. A second entry for a key is a problem. */
    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        void entry(String key, String value, int line) {
            Integer first = lines.putIfAbsent(key, line);
            if (first == null) {
                entries.add(new Entry(key, value, line));
            } else {
                problem(line, "\"" + key + "\" is already defined in line " + first);
            }
        }

        void problem(int line, String message) {
            problems.add(new FileProblem(line, message));
        }

        ParsedFile build() {
            return new ParsedFile(entries, problems);
        }
    }
}
