package dev.parlance.internal;

/** Reads Java's {@code .properties} files in UTF-8, with the line of each entry. */
public final class PropertiesFile {
    private final String[] lines;
    private final ParsedFile.Builder result = new ParsedFile.Builder();

    private PropertiesFile(String text) {
        this.lines = text.split("\r\n|\n|\r", -1);
    }

    /** Reads a file. */
    public static ParsedFile parse(byte[] bytes) {
        return Utf8Text.parse(bytes, text -> new PropertiesFile(text).parse());
    }

    private ParsedFile parse() {
        int i = 0;
        while (i < lines.length) {
            int first = i;
            String line = withoutLeadingWhitespace(lines[i++]);
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            if (line.equals("\\")) {
                result.problem(first + 1, "a backslash alone on a line is not allowed");
                continue;
            }
            StringBuilder logical = new StringBuilder(line);
            while (continues(logical) && i < lines.length) {
                logical.setLength(logical.length() - 1);
                logical.append(withoutLeadingWhitespace(lines[i++]));
            }
            if (continues(logical)) {
                logical.setLength(logical.length() - 1);
            }
            parseEntry(logical.toString(), first + 1);
        }
        return result.build();
    }

    private void parseEntry(String line, int number) {
        int keyEnd = 0;
        while (keyEnd < line.length() && !isSeparator(line.charAt(keyEnd))) {
            keyEnd += line.charAt(keyEnd) == '\\' ? 2 : 1;
        }
        keyEnd = Math.min(keyEnd, line.length());
        int valueStart = skipWhitespace(line, keyEnd);
        if (valueStart < line.length() && "=:".indexOf(line.charAt(valueStart)) >= 0) {
            valueStart = skipWhitespace(line, valueStart + 1);
        }
        if (keyEnd == 0) {
            result.problem(number, "this line has no key");
            return;
        }
        try {
            result.entry(unescaped(line.substring(0, keyEnd)), unescaped(line.substring(valueStart)), number);
        } catch (NumberFormatException e) {
            result.problem(number, "\\u must be followed by four hexadecimal digits");
        }
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    plain.append((char) hexadecimal(text, i + 1));
                    i += 4;
                }
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }

    private static int hexadecimal(String text, int start) {
        if (start + 4 > text.length()) {
            throw new NumberFormatException("too short");
        }
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new NumberFormatException("no digit");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static boolean continues(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':' || isWhitespace(c);
    }

    private static boolean isWhitespace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static int skipWhitespace(String line, int from) {
        int i = from;
        while (i < line.length() && isWhitespace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String withoutLeadingWhitespace(String line) {
        return line.substring(skipWhitespace(line, 0));
    }
}
