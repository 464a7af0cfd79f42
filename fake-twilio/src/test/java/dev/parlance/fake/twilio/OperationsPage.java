package dev.parlance.fake.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables in {@code docs/OPERATIONS.md} are those that the tests find. {@code -Doperations=write} updates them. */
final class OperationsPage {
    private static final Path PAGE = Path.of("../docs/OPERATIONS.md");
    private static final String END = "\n\n<!-- end -->";

    private OperationsPage() {}

    /** Compares the table after {@code <!-- name -->} in the page, or writes it. */
    static void check(String name, List<String> table) throws IOException {
        String page = Files.readString(PAGE);
        String mark = "<!-- " + name + " -->\n\n";
        int start = page.indexOf(mark) + mark.length();
        String rest = page.substring(page.indexOf(END, start));
        String expected = page.substring(0, start) + String.join("\n", table) + rest;
        if ("write".equals(System.getProperty("operations"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }
}
