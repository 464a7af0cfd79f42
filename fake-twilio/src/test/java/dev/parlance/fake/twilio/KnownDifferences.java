package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.ClientReport.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** The failures of clients that have a reason, from the second table of docs/CLIENTS.md: operations, messages, reasons. */
final class KnownDifferences {
    private static final List<Difference> ALL = read();

    private KnownDifferences() {}

    /** In both patterns, {@code *} is any text. */
    private record Difference(Pattern operation, Pattern message) {
        boolean is(Failure failure) {
            return operation
                            .matcher(failure.operation().isEmpty() ? failure.call() : failure.operation())
                            .matches()
                    && message.matcher(failure.message()).matches();
        }
    }

    static boolean has(Failure failure) {
        return ALL.stream().anyMatch(each -> each.is(failure));
    }

    private static List<Difference> read() {
        try {
            return ClientsPage.rows("differences").stream()
                    .map(row -> row.split("\\|"))
                    .map(cells -> new Difference(pattern(cells[1]), pattern(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String cell) {
        String glob = cell.strip().replace("`", "");
        return Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    }
}
