package dev.parlance.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Suggests names that are similar to an unknown one. */
final class Spelling {
    private static final int MAX_SUGGESTIONS = 3;

    private Spelling() {}

    /** The known names closest to a wrong one, for "did you mean". */
    static List<String> nearest(String wrong, Set<String> known) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        int maxDistance = Math.max(2, wrong.length() / 4);
        record Near(String name, int distance) {}
        return known.stream()
                .map(name -> new Near(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= maxDistance)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MAX_SUGGESTIONS)
                .map(Near::name)
                .toList();
    }

    /** The Levenshtein distance: how many letters to change, add or remove. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
