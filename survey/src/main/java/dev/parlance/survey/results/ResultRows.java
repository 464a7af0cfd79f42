package dev.parlance.survey.results;

import dev.parlance.survey.session.Session;
import java.util.List;
import java.util.function.Consumer;

/**
 * The results as rows of typed cells, for spreadsheets and other tables. Reads the store a page at a time.
 *
 * <pre>{@code
 * ResultRows rows = surveys.results().rows();
 * System.out.println(rows.header());
 * rows.forEach(System.out::println);
 * }</pre>
 */
public final class ResultRows {
    private final Table table;
    private final Consumer<Consumer<Session>> sessions;

    ResultRows(Table table, Consumer<Consumer<Session>> sessions) {
        this.table = table;
        this.sessions = sessions;
    }

    /** The names of the columns. */
    public List<String> header() {
        return table.names();
    }

    /** Passes each row to the action: as many cells as there are columns. */
    public void forEach(Consumer<List<Cell>> action) {
        sessions.accept(session -> action.accept(table.cells(session)));
    }
}
