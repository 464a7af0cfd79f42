package dev.parlance.survey.machine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Detects reactions to a message, which phones send as text: {@code Liked “How was it?”}, {@code 👍 to “How was it?”}, {@code
 * Loved an image}. A reaction is not an answer.
 */
final class Reaction {
    private static final int MAX_LENGTH = 2_000;
    /** A verb, and something between quotation marks. */
    private static final int MIN_LENGTH = 4;

    private static final String QUOTE = "[\"“”„«»「『‘]";

    /** The words that start a reaction, in the phones' languages. */
    private static final List<String> VERBS = List.of(
            "(loved|liked|disliked|laughed at|emphasi[sz]ed|questioned|reacted \\S+ to)",
            "removed an? \\S+( \\S+)? from",
            "(le encantó|le gustó|no le gustó|le dio risa( por)?|se rio de|enfatizó|preguntó( por)?|reaccionó con \\S+ a)",
            "(me encanta|me gusta|no me gusta)",
            "(a (adoré|aimé|ri de|mis l[’']accent sur|souligné|remis en question|réagi avec \\S+ à)|n[’']a pas aimé)",
            "(j[’']aime|j[’']adore)",
            "(hat|liebt|gefällt|gefällt nicht|lacht über|betont|hinterfragt|mag|reagierte mit \\S+ auf)",
            "(adorou|gostou de|não gostou de|riu de|deu ênfase a|enfatizou|questionou|reagiu com \\S+ a)",
            "(أعجبه|أعجبني|أحب|لم يعجبه|ضحك على|شدد على|تساءل عن)",
            "(पसंद किया|नापसंद किया|प्यार किया)",
            "(喜爱了?|喜欢了?|赞了?|不喜欢|大笑|强调了?|对)");

    private static final String IMAGES = "(an? (image|photo|picture|video|movie|attachment|audio message|sticker|link)"
            + "|una? (imagen|foto|video|vídeo|archivo)|une? (image|photo|vidéo|pièce jointe)"
            + "|(ein|einen|eine) (bild|foto|video|anhang)|uma? (imagem|foto|vídeo)|صورة|一张图片|एक चित्र)";

    private static final String VERB = VERBS.stream().collect(Collectors.joining("|", "(", ")"));
    private static final String SYMBOL = "(?!\\p{L}|\\p{Nd})[^\\s\"“”„«»「『]{1,12}";

    private static final Pattern PATTERN = Pattern.compile(
            VERB + "\\s*" + QUOTE + ".*" + QUOTE + "[^\"]{0,60}" + "|" + VERB + "\\s*" + IMAGES + "\\.?" + "|" + SYMBOL
                    + "\\s+\\S{1,12}\\s*" + QUOTE + ".*" + QUOTE + "\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Direction marks and joiners, which phones put around a quote. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private Reaction() {}

    /** Whether a text is a word or a number, as most answers are. */
    private static boolean isPlainWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'z' || !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean matches(String text) {
        return text.length() >= MIN_LENGTH
                && text.length() <= MAX_LENGTH
                && !isPlainWord(text)
                && PATTERN.matcher(INVISIBLE.matcher(text).replaceAll("").strip())
                        .matches();
    }
}
