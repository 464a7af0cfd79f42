package dev.parlance.survey.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes lines in UTF-8, each with the end that CSV has. */
record ResultLines(Writer out) {
    static void write(OutputStream out, Consumer<ResultLines> content) {
        try {
            ResultLines lines =
                    new ResultLines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            content.accept(lines);
            lines.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the results", e);
        }
    }

    void add(String line) {
        try {
            out.write(line);
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the results", e);
        }
    }
}
