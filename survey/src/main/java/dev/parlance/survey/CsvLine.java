package dev.parlance.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of comma-separated values.
 *
 * @param cells the values
 * @param problem what is wrong with the quotes, as the end of a sentence
 */
record CsvLine(List<String> cells, Optional<String> problem) {
    /** Splits a line. A cell in quotes can contain the separator, and a quote written twice. */
    static CsvLine of(String line, char separator) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder cell = new StringBuilder();
                int end = quoted(line, at + 1, cell);
                if (end < 0) {
                    return new CsvLine(cells, Optional.of("has a quote that is not closed on the same line"));
                }
                if (end < line.length() && line.charAt(end) != separator) {
                    return new CsvLine(cells, Optional.of("has text after a closing quote"));
                }
                cells.add(cell.toString());
                at = end + 1;
            } else {
                int next = line.indexOf(separator, at);
                int end = next < 0 ? line.length() : next;
                cells.add(line.substring(at, end));
                at = end + 1;
            }
        }
        return new CsvLine(cells, Optional.empty());
    }

    /** Reads a quoted cell; returns the index after its closing quote, or -1 without one. */
    private static int quoted(String line, int start, StringBuilder cell) {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '"') {
                cell.append(c);
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        return -1;
    }
}
