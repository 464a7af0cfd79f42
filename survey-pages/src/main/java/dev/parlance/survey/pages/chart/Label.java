package dev.parlance.survey.pages.chart;

import java.util.ArrayList;
import java.util.List;

/** Text in a chart: its width, estimated without a font, and its lines. */
final class Label {
    private static final String ELLIPSIS = "…";

    private Label() {}

    /** The estimated width in pixels. Rather too wide than too narrow. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Label::ofCharacter).sum() * size;
    }

    private static double ofCharacter(int character) {
        if (character >= 0x1100 && isWide(character)) {
            return 1.02;
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if ("iljtfrI.,:;'|!()[] ".indexOf(character) >= 0) {
            return 0.35;
        }
        if ("mwMW%@".indexOf(character) >= 0) {
            return 0.9;
        }
        return Character.isUpperCase(character) || Character.isDigit(character) ? 0.66 : 0.58;
    }

    private static boolean isWide(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || character > 0x1F000;
    }

    /** Whether the first letter belongs to a script that runs from right to left. */
    static boolean isRightToLeft(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .filter(each -> each == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .boxed()
                .findFirst()
                .filter(first -> first != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .isPresent();
    }

    /** Breaks text into lines of at most this width. What does not fit into the last one is cut off with an ellipsis. */
    static List<String> lines(String text, double size, double maxWidth, int maxLines) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text, size, maxWidth)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size) <= maxWidth) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        if (lines.size() <= maxLines) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, maxLines));
        shown.set(maxLines - 1, cut(shown.get(maxLines - 1) + ELLIPSIS, size, maxWidth));
        return shown;
    }

    /** The words; those that are wider than a line in pieces. */
    private static List<String> words(String text, double size, double maxWidth) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            while (width(rest, size) > maxWidth) {
                String piece = fitting(rest, size, maxWidth);
                words.add(piece);
                rest = rest.substring(piece.length());
            }
            if (!rest.isEmpty()) {
                words.add(rest);
            }
        }
        return words;
    }

    private static String fitting(String word, double size, double maxWidth) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= maxWidth) {
            end = word.offsetByCodePoints(end, 1);
        }
        return word.substring(0, end);
    }

    private static String cut(String text, double size, double maxWidth) {
        String shorter = text;
        while (width(shorter, size) > maxWidth && shorter.length() > 2) {
            int end = shorter.offsetByCodePoints(shorter.length() - 1, -1);
            shorter = shorter.substring(0, end) + ELLIPSIS;
        }
        return shorter;
    }
}
