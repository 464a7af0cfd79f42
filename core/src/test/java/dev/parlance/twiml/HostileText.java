package dev.parlance.twiml;

import java.util.Random;

/** Texts that often break XML writers. */
final class HostileText {
    private static final String[] PIECES = {
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#0;",
        "<!--",
        "-->",
        "<?xml?>",
        "\"",
        "'",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\u0001",
        "\u001F",
        "\u007F",
        "\u0085",
        "\u2028",
        "\u200F",
        "\u202E",
        "\uFEFF",
        "\uFFFE",
        "\uFFFF",
        "\uD83D",
        "\uDE00",
        "\uD83D\uDE00",
        "\uDBFF\uDFFF",
        "é",
        "ñ",
        "日本",
        "שלום",
        "plain words ",
        "a=\"b\" ",
        " ",
        "<",
        ">",
        "&",
        "</Response>"
    };

    private HostileText() {}

    static String from(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
