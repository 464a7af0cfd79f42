package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;

/** Drops what only describes the scale of a number or decorates it: "4 out of 5", "from 1 to 5", "4 stars ⭐". */
final class ScaleWords {
    private final List<Token> tokens;
    private final NumberMention.Scale scale;
    private final Trail trail;

    private ScaleWords(List<Token> tokens, NumberMention.Scale scale, Trail trail) {
        this.tokens = tokens;
        this.scale = scale;
        this.trail = trail;
    }

    static void drop(List<Token> tokens, NumberMention.Scale scale, Trail trail) {
        ScaleWords words = new ScaleWords(tokens, scale, trail);
        words.dropTop();
        words.dropRange();
        words.dropFillers();
        words.dropArticles();
        words.dropStar();
    }

    /** Drops the "/5" of "4/5", "5 में से" and "满分5" before the number. */
    private void dropTop() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean hasOther = Mentions.has(tokens.subList(0, i), Sense.NUMBER)
                    || Mentions.has(tokens.subList(i + 2, tokens.size()), Sense.NUMBER);
            boolean isAfter = tokens.get(i).is(Sense.OUT_OF) && isTop(i + 1) && hasOther;
            int outOf = tokens.get(i + 1).is(Sense.UNIT) ? i + 2 : i + 1;
            boolean isBefore = !isAfter
                    && isTop(i)
                    && outOf + 1 < tokens.size()
                    && tokens.get(outOf).is(Sense.OUT_OF);
            if (isAfter || isBefore) {
                drop(i, isAfter ? i + 2 : outOf + 1, "top of the scale");
                return;
            }
        }
    }

    /** Drops "from 1 to 5" beside another number. */
    private void dropRange() {
        for (int i = 0; i + 2 < tokens.size() && countOfNumbers() > 2; i++) {
            if (isBottom(i) && tokens.get(i + 1).is(Sense.TO) && isTop(i + 2)) {
                int from = i > 0 && tokens.get(i - 1).isAny(Sense.OUT_OF, Sense.TO) ? i - 1 : i;
                drop(from, i + 3, "the scale");
                tokens.removeIf(token -> token.is(Sense.TO));
            }
        }
    }

    /** Drops the "oh" of "oh, a nine", which can also be a zero. */
    private void dropFillers() {
        for (int i = tokens.size() - 1; i >= 0 && countOfNumbers() > 1; i--) {
            if (tokens.get(i).is(Sense.NUMBER) && tokens.get(i).is(Sense.AROUND)) {
                drop(i, i + 1, "not a number here");
            }
        }
    }

    /** Drops the "eine" of "eine 3": a number word for one beside a number in digits is an article. */
    private void dropArticles() {
        if (tokens.stream().anyMatch(token -> token.is(Sense.NUMBER) && token.isDigits())) {
            dropOnes(false);
        }
    }

    /** Drops the star of "4 stars ⭐". */
    private void dropStar() {
        boolean hasOther = tokens.stream()
                .anyMatch(token -> token.is(Sense.NUMBER) && !token.text().equals(ReplyTokens.STAR));
        if (hasOther) {
            dropOnes(true);
        }
    }

    private void dropOnes(boolean areStars) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean isOne =
                    token.value(Sense.NUMBER).filter(BigDecimal.ONE::equals).isPresent();
            boolean isDropped = areStars ? token.text().equals(ReplyTokens.STAR) : !token.isDigits();
            if (isOne && isDropped) {
                drop(i, i + 1, areStars ? "a decoration" : "an article");
            }
        }
    }

    private void drop(int from, int to, String role) {
        List<Token> dropped = tokens.subList(from, to);
        dropped.forEach(token -> trail.note(token, role));
        dropped.clear();
    }

    private long countOfNumbers() {
        return tokens.stream().filter(token -> token.is(Sense.NUMBER)).count();
    }

    private boolean isTop(int at) {
        return tokens.get(at).value(Sense.NUMBER).filter(scale::isTop).isPresent();
    }

    private boolean isBottom(int at) {
        return tokens.get(at).value(Sense.NUMBER).filter(scale::isBottom).isPresent();
    }
}
