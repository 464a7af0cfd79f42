package dev.parlance.survey.pages;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.Cell;
import dev.parlance.survey.results.ResultRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The answers as an Excel workbook: a row for each session, and a sheet with the questions. It is written while it is sent, in
 * little memory. Text stays text: nothing that a person writes can become a formula.
 */
final class AnswersWorkbook {
    /** A sheet can't have more rows. */
    private static final int MAX_ROWS = 1_048_576;

    private static final int ROWS_AT_ONCE = 500;
    private static final int MAX_TEXT = 32_767;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Survey survey;
    private final ResultRows rows;
    private final ZoneId zone;

    /** @param zone the zone of the times */
    AnswersWorkbook(Survey survey, ResultRows rows, ZoneId zone) {
        this.survey = survey;
        this.rows = rows;
        this.zone = zone;
    }

    void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Parlance", "1.0");
        questions(workbook.newWorksheet("Questions"));
        Answers answers = new Answers(workbook, rows.header());
        rows.forEach(answers::add);
        answers.finish();
        workbook.finish();
    }

    private void questions(Worksheet sheet) throws IOException {
        head(sheet, List.of("id", "kind", "text"));
        sheet.width(0, 24);
        sheet.width(2, 90);
        Labels labels = new Labels(survey);
        int row = 1;
        for (Question question : survey.questions()) {
            if (question.hasAnswer()) {
                text(sheet, row, 0, question.id());
                text(sheet, row, 1, Labels.kind(question.kind().name()));
                text(sheet, row, 2, labels.question(question.id()));
                row++;
            }
        }
        sheet.finish();
    }

    private static void head(Worksheet sheet, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            text(sheet, 0, i, names.get(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT));
    }

    /** The sheets with answers: one, unless there are too many rows. */
    private final class Answers {
        private final Workbook workbook;
        private final List<String> header;
        private Worksheet sheet;
        private int sheets = 1;
        private int row = 1;

        Answers(Workbook workbook, List<String> header) {
            this.workbook = workbook;
            this.header = header;
            this.sheet = open("Answers");
        }

        private Worksheet open(String name) {
            Worksheet opened = workbook.newWorksheet(name);
            head(opened, header);
            return opened;
        }

        void add(List<Cell> cells) {
            try {
                if (row == MAX_ROWS) {
                    sheet.finish();
                    sheets++;
                    sheet = open("Answers " + sheets);
                    row = 1;
                }
                for (int i = 0; i < cells.size(); i++) {
                    cell(row, i, cells.get(i));
                }
                row++;
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Could not write the workbook", e);
            }
        }

        private void cell(int at, int column, Cell cell) {
            if (cell instanceof Cell.Text text) {
                text(sheet, at, column, text.text());
            } else if (cell instanceof Cell.Decimal number) {
                sheet.value(at, column, number.value());
            } else if (cell instanceof Cell.Time time) {
                sheet.value(at, column, time.value().atZone(zone).toLocalDateTime());
                sheet.style(at, column).format(MOMENT).set();
            }
        }

        void finish() throws IOException {
            sheet.finish();
        }
    }
}
