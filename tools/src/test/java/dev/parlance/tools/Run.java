package dev.parlance.tools;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** A run of the command in a terminal, with its output. */
record Run(int code, String out, String err) {
    static Run of(String... arguments) {
        return typing("", arguments);
    }

    static Run typing(String lines, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Parlance.run(
                new BufferedReader(new StringReader(lines)), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
