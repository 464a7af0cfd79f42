package dev.parlance.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a file holds, and all that is wrong in it. */
public record ParsedFile(List<Entry> entries, List<FileFault> faults) {
    /** Keeps both from changing. */
    public ParsedFile {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** Gathers what a reader finds, and refuses a second entry of one key. */
    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private final List<FileFault> faults = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        void entry(String key, String value, int line) {
            Integer first = lines.putIfAbsent(key, line);
            if (first == null) {
                entries.add(new Entry(key, value, line));
            } else {
                fault(line, "\"" + key + "\" is here a second time; the first is in line " + first);
            }
        }

        void fault(int line, String what) {
            faults.add(new FileFault(line, what));
        }

        ParsedFile build() {
            return new ParsedFile(entries, faults);
        }
    }
}
