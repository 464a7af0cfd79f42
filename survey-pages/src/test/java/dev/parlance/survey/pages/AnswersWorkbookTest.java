package dev.parlance.survey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.analysis.ResultFilter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersWorkbookTest {
    private final Visits visits = new Visits();

    @TempDir
    private Path folder;

    private byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnswersWorkbook(
                        visits.surveys().survey(),
                        visits.surveys()
                                .results()
                                .matching(ResultFilter.ALL, ZoneOffset.UTC)
                                .rows(),
                        ZoneOffset.UTC)
                .write(out);
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] workbook, String sheet) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.findSheet(sheet).orElseThrow().read();
        }
    }

    private static Map<String, Cell> cells(List<Row> rows, int row) {
        Map<String, Cell> cells = new HashMap<>();
        for (int i = 0; i < rows.get(0).getCellCount(); i++) {
            String name = rows.get(0).getCellText(i);
            rows.get(row).getOptionalCell(i).ifPresent(cell -> cells.put(name, cell));
        }
        return cells;
    }

    @Test
    void has_a_row_for_each_session_with_numbers_times_and_texts() throws IOException {
        visits.answeredBy(12);

        List<Row> rows = rows(workbook(), "Answers");

        assertThat(rows).hasSize(13);
        Map<String, Cell> first = cells(rows, 1);
        assertThat(first.get("respondent").asString()).isEqualTo("+15005551000");
        assertThat(first.get("service").getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.get("started").getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.get("started").asDate()).isBetween("2026-11-01T08:00:00", "2026-11-01T13:00:00");
        assertThat(first.get("product").getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void text_never_becomes_a_formula() throws IOException {
        visits.answeredBy(1);
        visits.say("chat", "+15005559999", "hello");
        for (String answer : List.of(
                "4",
                "1",
                "4",
                "=1+1",
                "3",
                "3",
                "3",
                "1",
                "1",
                "1 2 3",
                "50 30 20",
                "5",
                "1980",
                "01/2024",
                "01/10/2026",
                "14:30",
                "19.4326,-99.1332",
                "1",
                "9",
                "=HYPERLINK(\"http://x\")")) {
            visits.say("chat", "+15005559999", answer);
        }

        byte[] workbook = workbook();

        assertThat(xml(workbook)).doesNotContain("<f>").contains("=HYPERLINK(");
        List<Row> rows = rows(workbook, "Answers");
        assertThat(cells(rows, rows.size() - 1).get("feedback").getType()).isEqualTo(CellType.STRING);
    }

    private String xml(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("answers.xlsx"), workbook);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void has_the_questions_on_a_sheet_of_their_own() throws IOException {
        List<Row> rows = rows(workbook(), "Questions");

        assertThat(rows.get(0).getCellText(2)).isEqualTo("text");
        assertThat(rows.stream().map(row -> row.getCellText(0))).contains("service", "visit.speed", "feedback");
    }
}
