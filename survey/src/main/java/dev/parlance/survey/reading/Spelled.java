package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins number words to numbers: "two hundred and five", "vier und dreißig", "dos mil", "一百二十". */
final class Spelled {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

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
            Token first = tokens.get(at);
            if (isNumber(first) && !isOneAfterOrder(joined)) {
                joined.add(number());
            } else {
                joined.add(first);
                at++;
            }
        }
        return joined;
    }

    /** "The second one" has no number one. */
    private boolean isOneAfterOrder(List<Token> joined) {
        return !joined.isEmpty()
                && joined.get(joined.size() - 1).isAny(Sense.ORDINAL, Sense.LAST)
                && tokens.get(at).is(Sense.ONE);
    }

    private static boolean isNumber(Token token) {
        return token.is(Sense.NUMBER) || token.is(Sense.TIMES);
    }

    private Token number() {
        Token first = tokens.get(at);
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        boolean isEmpty = true;
        int end = at;
        StringBuilder text = new StringBuilder();
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isJoined = false;
            boolean putsOnesFirst = false;
            if (token.is(Sense.AND) && !isEmpty && i + 1 < tokens.size() && !token.is(Sense.NUMBER)) {
                isJoined = true;
                putsOnesFirst = token.is(Sense.ONES_FIRST);
                i++;
                token = tokens.get(i);
            }
            Optional<BigDecimal> times = token.value(Sense.TIMES);
            if (times.isPresent() && (isEmpty || !isJoined)) {
                BigDecimal many = group.signum() == 0 ? BigDecimal.ONE : group;
                if (times.get().compareTo(THOUSAND) < 0) {
                    if (group.compareTo(HUNDRED) >= 0) {
                        break;
                    }
                    group = many.multiply(times.get());
                } else {
                    total = total.add(many.multiply(times.get()));
                    group = BigDecimal.ZERO;
                }
            } else if (token.is(Sense.NUMBER)) {
                BigDecimal value = token.value(Sense.NUMBER).orElseThrow();
                Optional<BigDecimal> more = isEmpty
                        ? Optional.of(value)
                        : token.isDigits() ? Optional.empty() : added(group, value, putsOnesFirst, total.signum() > 0);
                if (more.isEmpty()) {
                    break;
                }
                group = more.get();
            } else {
                break;
            }
            isEmpty = false;
            end = i + 1;
            text.append(text.isEmpty() ? "" : " ").append(token.text());
        }
        boolean isAlone = end == at + 1;
        at = end;
        return isAlone && first.is(Sense.NUMBER)
                ? first
                : Token.of(text.toString(), Sense.NUMBER, total.add(group), first.isDigits());
    }

    /** The sum of a number and a smaller one after it; empty if they are two numbers. */
    private static Optional<BigDecimal> added(
            BigDecimal group, BigDecimal value, boolean putsOnesFirst, boolean isAfterThousands) {
        if (group.signum() == 0) {
            return isAfterThousands ? Optional.of(value) : Optional.empty();
        }
        boolean tensAndOnes = value.compareTo(TEN) < 0
                && group.remainder(TEN).signum() == 0
                && group.remainder(HUNDRED).compareTo(TWENTY) >= 0;
        boolean hundredsAndMore = value.compareTo(HUNDRED) < 0
                && group.compareTo(HUNDRED) >= 0
                && group.remainder(HUNDRED).signum() == 0;
        boolean onesBeforeTens = putsOnesFirst
                && group.compareTo(TEN) < 0
                && value.compareTo(TWENTY) >= 0
                && value.compareTo(HUNDRED) < 0
                && value.remainder(TEN).signum() == 0;
        return tensAndOnes || hundredsAndMore || onesBeforeTens ? Optional.of(group.add(value)) : Optional.empty();
    }
}
