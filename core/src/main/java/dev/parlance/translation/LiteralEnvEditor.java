package dev.parlance.translation;

import dev.parlance.internal.DotEnv;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits {@code .env} files whose values are taken literally, see {@link DotEnv#parseLiteral}. */
final class LiteralEnvEditor extends LineEditor {
    private static final Pattern START = Pattern.compile("\\s*+[\\w.-]++\\s*+=[^\\S\\r\\n]*+");
    private static final Pattern REST = Pattern.compile("[^\\r\\n]*+");
    private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1", Pattern.DOTALL);

    LiteralEnvEditor(String text) {
        super(text, DotEnv::parseLiteral);
    }

    @Override
    Span value(String in, int start) {
        Matcher key = START.matcher(in).region(start, in.length());
        int from = key.lookingAt() ? key.end() : start;
        Matcher rest = REST.matcher(in).region(from, in.length());
        return new Span(from, rest.lookingAt() ? rest.end() : from);
    }

    @Override
    String written(String value, String old) {
        boolean needsQuotes = value.indexOf('\n') >= 0
                || !value.equals(value.strip())
                || QUOTED.matcher(value).matches();
        return needsQuotes || (old.startsWith("\"") && QUOTED.matcher(old).matches() && !value.contains("\\n"))
                ? "\"" + value.replace("\n", "\\n") + "\""
                : value;
    }

    @Override
    String written(String key) {
        return key;
    }
}
