package dev.parlance.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decodes UTF-8 strictly: reports an invalid byte with its line instead of replacing it. */
final class Utf8Text {
    private Utf8Text() {}

    static ParsedFile parse(byte[] bytes, Function<String, ParsedFile> parse) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        Optional<FileProblem> problem = decode(bytes, text);
        if (problem.isPresent()) {
            return new ParsedFile(List.of(), List.of(problem.get()));
        }
        boolean hasMark = text.length() > 0 && text.charAt(0) == '\ufeff';
        return parse.apply(text.subSequence(hasMark ? 1 : 0, text.length()).toString());
    }

    private static Optional<FileProblem> decode(byte[] bytes, CharBuffer text) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, text, true);
        int end = in.position();
        text.flip();
        return result.isError()
                ? Optional.of(new FileProblem(lineAt(bytes, end), "this is not valid UTF-8; save the file as UTF-8"))
                : Optional.empty();
    }

    private static int lineAt(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
