package dev.parlance.fake.twilio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of {@code docs/CLIENTS.md}. */
final class ClientsPage {
    private static final Path PAGE = Path.of("../docs/CLIENTS.md");
    private static final String END = "\n\n<!-- end -->";

    private ClientsPage() {}

    /** The rows of the table after {@code <!-- name -->}, without its head. */
    static List<String> rows(String name) throws IOException {
        List<String> table = table(Files.readString(PAGE), name).lines().toList();
        return table.subList(2, table.size());
    }

    /** Writes the row of a client. */
    static void write(ClientReport report) throws IOException {
        String page = Files.readString(PAGE);
        String table = table(page, "clients");
        List<String> rows = new ArrayList<>(rows("clients"));
        rows.removeIf(row -> row.startsWith(report.name()));
        rows.add(report.row());
        rows.sort(String::compareTo);
        String head = String.join("\n", table.lines().limit(2).toList());
        Files.writeString(PAGE, page.replace(table, head + "\n" + String.join("\n", rows)));
    }

    private static String table(String page, String name) {
        String mark = "<!-- " + name + " -->\n\n";
        int start = page.indexOf(mark) + mark.length();
        return page.substring(start, page.indexOf(END, start));
    }
}
