package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads email addresses, written or spelled out: "ana underscore perez at example dot com". */
public final class EmailReader {
    private static final int LONGEST = 254;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST = 4;
    private static final String LOCAL = "[^\\s@<>(),;:\\\\\"“”«»]{1,64}";
    private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<>(),;:\"“”«»])" + LOCAL
            + "@(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]{0,61}[\\p{L}\\p{Nd}])?\\.)+\\p{L}{2,24}"
            + "(?![\\p{L}\\p{M}\\p{Nd}@_-]|\\.[\\p{L}\\p{Nd}])");

    /** Where Chinese words end and an address in Latin letters starts. */
    private static final Pattern WITHOUT_BLANK =
            Pattern.compile("(?<=\\p{IsHan})(?=[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9])");

    private EmailReader() {}

    /** Finds the address in a text. If there are several, the respondent is asked. */
    public static Guess<String> read(String text, Words words, boolean heard) {
        if (text.length() > LONGEST_TEXT) {
            return Guess.none();
        }
        String close = text.replaceAll("\\s{0,3}@\\s{0,3}", "@");
        String apart = WITHOUT_BLANK.matcher(close).replaceAll(" ");
        Guess<String> written =
                apart.equals(close) ? addresses(close) : addresses(apart).unsure();
        return written.isNone() && heard ? spoken(text, words) : written;
    }

    private static Guess<String> addresses(String text) {
        Set<String> found = new LinkedHashSet<>();
        ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(address -> address.length() <= LONGEST)
                .forEach(found::add);
        if (found.size() > MOST) {
            return Guess.none();
        }
        return found.size() == 1 ? Guess.sure(found.iterator().next()) : Guess.perhaps(List.copyOf(found));
    }

    private static Guess<String> spoken(String text, Words words) {
        List<String> spelled = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
        dropLead(spelled, words.list("emailIs"));
        Map<String, String> signs = signs(words);
        StringBuilder address = new StringBuilder();
        boolean isSure = true;
        boolean afterWord = false;
        for (int i = 0; i < spelled.size(); ) {
            int length = Math.min(2, spelled.size() - i);
            String folded = TextNormalizer.normalize(String.join(" ", spelled.subList(i, i + length)));
            if (!signs.containsKey(folded)) {
                length = 1;
                folded = TextNormalizer.normalize(spelled.get(i));
            }
            String sign = signs.get(folded);
            boolean isWord = sign == null && folded.length() > 1;
            // Two adjacent words may be one name, or words that come before the address.
            isSure &= !(isWord && afterWord);
            afterWord = isWord;
            address.append(sign == null ? spelled.get(i).toLowerCase(Locale.ROOT) : sign);
            i += length;
        }
        Guess<String> found = addresses(address.toString());
        return isSure ? found : found.unsure();
    }

    /** Removes what is said before the address: "um, my email is". */
    private static void dropLead(List<String> spelled, Set<String> leads) {
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            for (int length = Math.min(6, spelled.size() - 1); length > 0 && !dropped; length--) {
                dropped = leads.contains(TextNormalizer.normalize(String.join(" ", spelled.subList(0, length))));
                if (dropped) {
                    spelled.subList(0, length).clear();
                }
            }
        }
    }

    private static Map<String, String> signs(Words words) {
        Map<String, String> signs = new LinkedHashMap<>();
        Map.of("at", "@", "dot", ".", "underscore", "_", "hyphen", "-", "plus", "+")
                .forEach((key, sign) -> words.list(key).forEach(word -> signs.put(word, sign)));
        return Collections.unmodifiableMap(signs);
    }
}
