package dev.parlance.serverless.command;

import dev.parlance.serverless.project.VisibleText;
import java.io.IOException;
import java.io.Writer;

/** Writes {@linkplain VisibleText text with escaped control characters}. */
final class VisibleWriter extends Writer {
    private final Writer to;

    VisibleWriter(Writer to) {
        this.to = to;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        to.write(VisibleText.of(new String(text, start, length)));
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
