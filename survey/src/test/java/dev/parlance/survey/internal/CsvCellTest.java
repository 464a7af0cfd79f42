package dev.parlance.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells are safe in spreadsheets of any locale. */
class CsvCellTest {
    private static final String[] PIECES = {
        "a", "7", ".", " ", "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", ",", ";", "\t", "|", "\n", "\r",
        "\"", "'", "\uFEFF", "\u200B", "\u00A0", "\u202E", "\u3164", "\u2800", "\0", "\u2028"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd",
                "-cmd",
                "@SUM(A1)",
                "\uFF1D1+1",
                "\uFF0Bcmd",
                "\uFF0Dcmd",
                "\uFF20SUM(A1)",
                "\uFEFF=1+1",
                "\u200B=1+1",
                "\u2060\u200E =1+1",
                "\u00A0=1+1",
                "\u3164=1+1",
                "\0=1+1",
                "\rcmd"
            })
    void a_formula_gets_an_apostrophe(String text) {
        assertThat(only(cell(text), ',')).isEqualTo("'" + text);
    }

    @Test
    void a_formula_after_another_programs_separator_gets_an_apostrophe() {
        assertThat(cell("a;=1+1")).isEqualTo("\"a;'=1+1\"");
        assertThat(cell("\t=1+1")).isEqualTo("\"'\t'=1+1\"");
    }

    @ParameterizedTest
    @CsvSource({"a;b", "a|b", "'a\tb'", "'a\nb'", "'a\u2028b'", "' a'", "'a\uFEFF'", "'\uFEFFa'"})
    void a_cell_with_any_separator_or_an_invisible_end_is_quoted(String text) {
        assertThat(cell(text)).isEqualTo("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-7", "+15005550006", "-7.25", "a=b", "a - b", "\u00BFPor qu\u00E9?", "", "it's"})
    void numbers_and_ordinary_texts_are_unchanged(String text) {
        assertThat(cell(text)).isEqualTo(text);
    }

    @Test
    void no_program_finds_a_formula_in_any_text() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            String row = "first," + cell(text) + ",last";

            List<List<String>> rows = rows(row, ',');
            assertThat(rows).as(text).hasSize(1);
            assertThat(rows.get(0)).as(text).hasSize(3);
            assertThat(rows.get(0).get(1).replace("'", "")).isEqualTo(text.replace("'", ""));
            for (char separator : ",;\t|".toCharArray()) {
                rows(row, separator)
                        .forEach(cells -> cells.forEach(cell -> assertThat(isFormula(cell))
                                .as(text + " gives " + cell)
                                .isFalse()));
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Decides like a careless program that skips invisible characters and folds full-width signs. */
    private static boolean isFormula(String cell) {
        boolean isNumber = cell.matches("[+-]?\\d+(\\.\\d+)?\"?");
        String seen = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replaceFirst("^[\\p{C}\\p{Z}\\u3164\\u1160\\u2800\\s]+", "");
        return !isNumber && !seen.isEmpty() && "=+-@".indexOf(seen.charAt(0)) >= 0;
    }

    private static String cell(String text) {
        return CsvCell.of(text);
    }

    private static String only(String row, char separator) {
        List<List<String>> rows = rows(row, separator);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).hasSize(1);
        return rows.get(0).get(0);
    }

    /** Reads CSV by RFC 4180: a quote counts only at the start of a cell. */
    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && atStart) {
                quoted = true;
                atStart = false;
            } else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
                atStart = true;
            } else if (c == '\n' || c == '\r') {
                row.add(cell.toString());
                rows.add(row);
                row = new ArrayList<>();
                cell.setLength(0);
                atStart = true;
            } else {
                cell.append(c);
                atStart = false;
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }
}
