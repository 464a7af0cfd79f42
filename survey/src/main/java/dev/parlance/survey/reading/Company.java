package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the people whom a reply names: "my wife and I", "me, my husband and 2 kids", "I live with my mother". */
final class Company {
    private Company() {}

    /** How many people these are, the respondent included; empty if the reply says anything else. */
    static Optional<BigDecimal> count(List<Token> tokens, Set<String> asked, Trail trail) {
        boolean isJoined = tokens.stream()
                .anyMatch(token -> token.isAny(Sense.AND, Sense.PREFIX)
                        || (token.is(Sense.SELF) && Units.count(token.text()) > 1));
        boolean hasSelf = Mentions.has(tokens, Sense.SELF) || tokens.stream().anyMatch(Company::isPair);
        if (!isJoined || !hasSelf || !Mentions.has(tokens, Sense.RELATIVE)) {
            return Optional.empty();
        }
        BigDecimal people = BigDecimal.ONE;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Optional<BigDecimal> more = relatives(tokens, i);
            if (more.isPresent()) {
                people = people.add(more.get());
            } else if (isMany(token)) {
                return Optional.empty();
            } else if (!isName(tokens, i)
                    && !token.isAny(Sense.SELF, Sense.PEOPLE)
                    && !Mentions.changesNothing(token, asked)) {
                return Optional.empty();
            }
        }
        trail.meets(tokens, Sense.SELF);
        trail.meets(tokens, Sense.RELATIVE);
        return Optional.of(people);
    }

    /** The people that an expression adds: "my parents" is two, and "kids" as many as the number before it says. */
    private static Optional<BigDecimal> relatives(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (isPair(token)) {
            return token.value(Sense.NUMBER).map(people -> people.subtract(BigDecimal.ONE));
        }
        if (token.is(Sense.NUMBER)) {
            boolean counts = at + 1 < tokens.size() && isMany(tokens.get(at + 1));
            return token.value(Sense.NUMBER).filter(number -> counts);
        }
        boolean isCounted = isMany(token) && at > 0 && tokens.get(at - 1).is(Sense.NUMBER);
        return isCounted
                ? Optional.of(BigDecimal.ZERO)
                : token.value(Sense.RELATIVE).filter(value -> value.signum() > 0);
    }

    /** Whether an expression is the person and somebody else: "my wife and I". */
    private static boolean isPair(Token token) {
        return token.is(Sense.HEDGE)
                && token.value(Sense.NUMBER)
                        .filter(BigDecimal.valueOf(2)::equals)
                        .isPresent();
    }

    /** Whether a word that nobody knows names the person before it: "grandpa Joe". */
    private static boolean isName(List<Token> tokens, int at) {
        return at > 0
                && tokens.get(at).isUnknown()
                && tokens.get(at - 1)
                        .value(Sense.RELATIVE)
                        .filter(BigDecimal.ONE::equals)
                        .isPresent();
    }

    private static boolean isMany(Token token) {
        return token.value(Sense.RELATIVE).filter(value -> value.signum() == 0).isPresent();
    }
}
