package dev.parlance.survey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines of limited length, without a byte order mark. */
final class CsvLines {
    static final int MAX_LENGTH = 10_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private int line;
    private boolean isTooLong;

    CsvLines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** The next line, cut if it is too long. */
    Optional<String> next() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = reader.read();
        if (c == BYTE_ORDER_MARK && line == 0) {
            c = reader.read();
        }
        if (c < 0) {
            return Optional.empty();
        }
        line++;
        isTooLong = false;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() < MAX_LENGTH) {
                text.append((char) c);
            } else {
                isTooLong = true;
            }
            c = reader.read();
        }
        if (c == '\r') {
            skipLineFeed();
        }
        return Optional.of(text.toString());
    }

    private void skipLineFeed() throws IOException {
        reader.mark(1);
        if (reader.read() != '\n') {
            reader.reset();
        }
    }

    /** The number of the last line. */
    int line() {
        return line;
    }

    /** Whether the last line was cut. */
    boolean isTooLong() {
        return isTooLong;
    }
}
