package dev.parlance.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values in rows. A cell in quotes can contain line breaks. */
final class CsvTable {
    /** A row, and the line it starts on. */
    record Row(int line, List<String> cells) {}

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvTable(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static String row(List<String> cells) {
        return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String safe = DisarmedCell.of(value);
        boolean needsQuotes = safe.chars().anyMatch(c -> ",;\t\"\r\n".indexOf(c) >= 0) || !safe.equals(safe.strip());
        return needsQuotes ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Reads rows. The separator is the comma, semicolon or tab that comes first. */
    static List<Row> read(String text) {
        char separator = (char)
                text.chars().filter(c -> ",;\t".indexOf(c) >= 0).findFirst().orElse(',');
        return new CsvTable(text, separator).rows();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int start = line;
            List<String> cells = cells();
            if (cells.size() > 1 || !cells.get(0).isBlank()) {
                rows.add(new Row(start, cells));
            }
        }
        return rows;
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            cells.add(cell());
        }
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            quoted(cell);
        }
        while (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
            cell.append(text.charAt(at++));
        }
        return DisarmedCell.original(cell.toString());
    }

    /** Reads up to the closing quote; without one, up to the end. */
    private void quoted(StringBuilder cell) {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && !text.startsWith("\"\"", at)) {
                at++;
                return;
            }
            if (c == '"') {
                at++;
            }
            if (text.startsWith("\r\n", at)) {
                at++;
                c = '\n';
            }
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
    }
}
