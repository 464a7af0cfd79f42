package dev.parlance.survey.words;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what somebody meant who made a small typing error: only where nothing else comes close. */
public final class Similar {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    /** Yesss. */
    private static final Pattern LAST_REPEATED = Pattern.compile("(\\p{L})\\1+$");

    private Similar() {}

    /** The value of a folded word, or of the one word that is but a slip of the finger away. */
    public static <T> Optional<T> find(String word, Map<String, T> values) {
        T exact = values.get(word);
        if (exact != null) {
            return Optional.of(exact);
        }
        T drawnOut = values.get(LAST_REPEATED.matcher(word).replaceAll("$1"));
        if (drawnOut != null) {
            return Optional.of(drawnOut);
        }
        if (word.length() < SHORTEST || word.codePoints().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        int allowed = word.length() >= LONG ? 2 : 1;
        Set<T> close = new HashSet<>();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            boolean canBeClose = entry.getKey().length() >= SHORTEST
                    && Math.abs(entry.getKey().length() - word.length()) <= allowed;
            if (canBeClose && distance(word, entry.getKey()) <= allowed) {
                close.add(entry.getValue());
            }
        }
        return close.size() == 1 ? close.stream().findFirst() : Optional.empty();
    }

    /** How many letters have to be changed, added, left out or swapped to make one word of the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
