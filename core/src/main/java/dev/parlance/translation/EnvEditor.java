package dev.parlance.translation;

import dev.parlance.internal.DotEnv;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits {@code .env} files. A value keeps its quotes if it can be written with them. */
final class EnvEditor extends LineEditor {
    private static final Pattern START =
            Pattern.compile("[ \\t]*+(?:export[ \\t]++)?[A-Za-z0-9_.-]++[ \\t]*+=[ \\t]*+");
    private static final Pattern COMMENT = Pattern.compile("[ \\t]++#|[ \\t]*+(?=[\\r\\n]|\\z)");
    private static final Pattern BARE = Pattern.compile("(?![\"'#\\s])[^\\r\\n]*+(?<![\\s])");
    private static final Pattern STARTS_COMMENT = Pattern.compile("\\s#");

    EnvEditor(String text) {
        super(text, DotEnv::parse);
    }

    @Override
    Span value(String in, int start) {
        Matcher key = START.matcher(in).region(start, in.length());
        int from = key.lookingAt() ? key.end() : start;
        char quote = from < in.length() ? in.charAt(from) : '\n';
        if (quote == '"' || quote == '\'') {
            return new Span(from, closing(in, from + 1, quote) + 1);
        }
        Matcher end = COMMENT.matcher(in);
        return new Span(from, end.find(from) ? end.start() : in.length());
    }

    private static int closing(String in, int start, char quote) {
        int at = start;
        while (in.charAt(at) != quote) {
            at += quote == '"' && in.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    @Override
    String written(String value, String old) {
        if (old.startsWith("'") && value.indexOf('\'') < 0 && value.indexOf('\r') < 0) {
            return "'" + value + "'";
        }
        boolean isBare =
                BARE.matcher(value).matches() && !STARTS_COMMENT.matcher(value).find();
        return isBare && !old.startsWith("\"") ? value : quoted(value);
    }

    private static String quoted(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
    }

    @Override
    String written(String key) {
        return key;
    }
}
