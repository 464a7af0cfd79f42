package dev.parlance.survey.pages.chart;

import java.util.List;

/** Writes an SVG document. It has presentation attributes only, which a strict content security policy allows. */
final class Svg {
    static final double TEXT = 12;
    static final double LINE_HEIGHT = 15;

    private final Frame frame;
    private final StringBuilder body = new StringBuilder();

    /** Where text begins, ends or has its middle. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Svg(Frame frame) {
        this.frame = frame;
    }

    Svg rect(double x, double y, double width, double height, Ink ink) {
        return rect(x, y, width, height, ink, 1, "");
    }

    /** @param tip shown when the pointer is over it; empty for nothing */
    Svg rect(double x, double y, double width, double height, Ink ink, double opacity, String tip) {
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" width=\"").append(number(Math.max(0, width)));
        body.append("\" height=\"").append(number(Math.max(0, height)));
        body.append("\" rx=\"").append(Math.min(width, height) > 8 ? 3 : 0);
        body.append("\" fill=\"").append(ink.in(frame.colors())).append('"');
        if (opacity < 1) {
            body.append(" fill-opacity=\"").append(number(opacity)).append('"');
        }
        return close("rect", tip);
    }

    Svg circle(double x, double y, double radius, Ink ink, double opacity, String tip) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"").append(number(radius));
        body.append("\" fill=\"").append(ink.in(frame.colors()));
        body.append("\" fill-opacity=\"").append(number(opacity)).append('"');
        return close("circle", tip);
    }

    private Svg close(String tag, String tip) {
        if (tip.isEmpty()) {
            body.append("/>");
        } else {
            body.append("><title>")
                    .append(escaped(tip))
                    .append("</title></")
                    .append(tag)
                    .append('>');
        }
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, Ink ink, double thickness) {
        body.append("<path d=\"M").append(number(x1)).append(' ').append(number(y1));
        body.append('L').append(number(x2)).append(' ').append(number(y2));
        body.append("\" fill=\"none\" stroke=\"").append(ink.in(frame.colors()));
        body.append("\" stroke-width=\"").append(number(thickness)).append("\"/>");
        return this;
    }

    /** A margin of error: a line with an end at each side. */
    Svg whisker(double from, double to, double y, Ink ink) {
        return line(from, y, to, y, ink, 1.4)
                .line(from, y - 3, from, y + 3, ink, 1.4)
                .line(to, y - 3, to, y + 3, ink, 1.4);
    }

    Svg stroke(String path, Ink ink) {
        body.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke=\"");
        body.append(ink.in(frame.colors())).append("\"/>");
        return this;
    }

    Svg fill(String path, String transform, Ink ink) {
        body.append("<path d=\"")
                .append(path)
                .append("\" transform=\"")
                .append(transform)
                .append("\" fill=\"");
        body.append(ink.in(frame.colors())).append("\"/>");
        return this;
    }

    /** A line of text with its middle at {@code y}. Text from right to left keeps its place and its order. */
    Svg text(double x, double y, String text, Ink ink, Anchor anchor, boolean bold) {
        boolean isMirrored = Label.isRightToLeft(text);
        Anchor written =
                isMirrored && anchor != Anchor.MIDDLE ? (anchor == Anchor.START ? Anchor.END : Anchor.START) : anchor;
        body.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y + 4.2))
                .append('"');
        if (written != Anchor.START) {
            body.append(" text-anchor=\"")
                    .append(written == Anchor.END ? "end" : "middle")
                    .append('"');
        }
        if (isMirrored) {
            body.append(" direction=\"rtl\" unicode-bidi=\"plaintext\"");
        }
        if (bold) {
            body.append(" font-weight=\"600\"");
        }
        body.append(" fill=\"")
                .append(ink.in(frame.colors()))
                .append("\">")
                .append(escaped(text))
                .append("</text>");
        return this;
    }

    /** Lines of text, with the middle of all at {@code y}. */
    Svg lines(double x, double y, List<String> lines, Ink ink, Anchor anchor) {
        double first = y - (lines.size() - 1) * LINE_HEIGHT / 2;
        for (int i = 0; i < lines.size(); i++) {
            text(x, first + i * LINE_HEIGHT, lines.get(i), ink, anchor, false);
        }
        return this;
    }

    /** The document. */
    String document(double height) {
        String size = frame.width() + " " + number(height);
        StringBuilder document = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(size)
                .append("\" width=\"")
                .append(frame.width())
                .append("\" height=\"")
                .append(number(height))
                .append("\" role=\"img\" font-size=\"12\"");
        if (frame.colors() != ChartColors.PAGE) {
            document.append(" font-family=\"Inter, system-ui, sans-serif\"");
        }
        document.append("><title>")
                .append(escaped(frame.title()))
                .append("</title><desc>")
                .append(escaped(frame.description()))
                .append("</desc>");
        if (frame.colors() != ChartColors.PAGE) {
            document.append("<rect width=\"100%\" height=\"100%\" fill=\"")
                    .append(Ink.SURFACE.in(frame.colors()))
                    .append("\"/>");
        }
        return document.append(body).append("</svg>").toString();
    }

    static String number(double value) {
        // Not by String.format, which took a large part of the time of a chart.
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    /** Text for XML, without the characters that XML can't have. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isAllowed(each)) {
                        escaped.appendCodePoint(each);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int character) {
        boolean isPlain = character >= ' ' && character < 0xFFFE && (character < 0xD800 || character > 0xDFFF);
        return isPlain || character >= 0x10000 || character == '\n' || character == '\t';
    }
}
