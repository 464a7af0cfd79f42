package dev.parlance.survey.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins number words to numbers: "two hundred and five", "vier und dreißig", "dos mil", "一百二十". */
final class Spelled {
    private final List<Token> tokens;
    private int at;

    private Spelled(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns the tokens with each spelled number as one token. */
    static List<Token> join(List<Token> tokens) {
        return new Spelled(tokens).join();
    }

    private List<Token> join() {
        List<Token> joined = new ArrayList<>();
        while (at < tokens.size()) {
            if (startsNumber() && !isOneAfterOrder(joined)) {
                joined.add(number());
            } else {
                joined.add(tokens.get(at));
                at++;
            }
        }
        return joined;
    }

    private boolean startsNumber() {
        Token first = tokens.get(at);
        return isNumber(Optional.of(first))
                || (first.is(Sense.FRACTION) && isNumber(after(at)))
                || (first.is(Sense.HALF)
                        && after(at).filter(token -> token.is(Sense.TIMES)).isPresent());
    }

    private static boolean isNumber(Optional<Token> token) {
        return token.filter(some -> some.isAny(Sense.NUMBER, Sense.TIMES)).isPresent();
    }

    /** "The second one" has no number one. */
    private boolean isOneAfterOrder(List<Token> joined) {
        return !joined.isEmpty()
                && joined.get(joined.size() - 1).isAny(Sense.ORDINAL, Sense.LAST)
                && tokens.get(at).is(Sense.ONE);
    }

    private Optional<Token> after(int place) {
        return place + 1 < tokens.size() ? Optional.of(tokens.get(place + 1)) : Optional.empty();
    }

    private Token number() {
        SpelledSum sum = new SpelledSum();
        int first = at;
        int next = at;
        while (next < tokens.size()) {
            Token token = tokens.get(next);
            boolean joins = next > first
                    && token.is(Sense.AND)
                    && !token.is(Sense.NUMBER)
                    && after(next).isPresent();
            int word = joins ? next + 1 : next;
            Optional<Token> and = joins ? Optional.of(token) : Optional.empty();
            if (!sum.add(tokens.get(word), and, after(word))) {
                break;
            }
            next = word + 1;
        }
        at = next;
        List<Token> parts = tokens.subList(first, next);
        return parts.size() == 1 && parts.get(0).is(Sense.NUMBER) ? parts.get(0) : Token.joined(parts, sum.value());
    }
}
