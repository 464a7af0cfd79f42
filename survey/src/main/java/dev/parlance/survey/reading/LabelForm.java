package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;

/**
 * A word that may be another form of a label.
 *
 * @param label the label, folded
 * @param word the word, folded
 */
record LabelForm(String label, String word, Words words) {
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_ENDING = 2;
    private static final int LAST_LATIN = 0x250;

    /** Whether the word is a part of the label that can stand for it: "bici" for "Bicicleta", "Rad" for "Fahrrad". */
    boolean isPart() {
        return label.startsWith(word) || isEnd();
    }

    /** "Rad" stands for "Fahrrad"; but "rain" doesn't stand for "train", nor "satisfied" for "dissatisfied". */
    private boolean isEnd() {
        if (!label.endsWith(word)) {
            return false;
        }
        String start = label.substring(0, label.length() - word.length()).strip();
        boolean isCompound = start.length() >= SHORTEST_PART || label.indexOf(' ') >= 0;
        return isCompound
                && !words.list("negations").contains(start)
                && Lexicon.of(words)
                        .find(start)
                        .filter(senses -> senses.containsKey(Sense.NOT))
                        .isEmpty();
    }

    /** Whether the word is the label with another ending: "سيارتي", my car, for "سيارة". */
    boolean isLonger() {
        int more = word.length() - label.length();
        int shortest = label.charAt(0) < LAST_LATIN ? SHORTEST_PART + 1 : SHORTEST_PART;
        boolean isInflected =
                label.length() > SHORTEST_PART + 1 && word.startsWith(label.substring(0, label.length() - 1));
        return label.length() >= shortest
                && !words.commonWords().contains(word)
                && more > 0
                && more <= LONGEST_ENDING
                && (isInflected || word.startsWith(label));
    }
}
