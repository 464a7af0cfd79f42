package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a yes or a no in a reply that says more: "um yes I think so", "no, I don't have time". */
public final class YesNoMention {
    private final Trail trail = new Trail();
    private final Set<String> asked;
    private boolean yes;
    private boolean no;
    private boolean isNegated;
    private int unknown;

    private YesNoMention(Set<String> asked) {
        this.asked = asked;
    }

    /**
     * Finds yes or no.
     *
     * @param question the question as it was asked: its words may come back in the reply
     */
    public static Guess<Boolean> read(String reply, Words words, String question) {
        return new YesNoMention(Set.copyOf(Units.of(question))).read(reply, words);
    }

    private Guess<Boolean> read(String reply, Words words) {
        List<Token> all = ReplyTokens.of(reply, words);
        Guess<Boolean> whole = read(all);
        return whole.isNone() ? first(all).orElse(whole) : whole;
    }

    private Guess<Boolean> read(List<Token> all) {
        List<Token> tokens = Mentions.answer(all, trail);
        if (trail.meets(tokens, Sense.UNSURE, Sense.CLAUSE, Sense.OR, Sense.BUT) || hasDigits(tokens)) {
            return trail.none("no certain yes or no");
        }
        tokens.forEach(this::take);
        if (yes == no || unknown > Mentions.MOST_UNKNOWN) {
            return trail.none(
                    yes && no ? "both yes and no" : yes || no ? "too many unknown words" : "neither yes nor no");
        }
        // "Yes" beside "not" can mean either; "no" beside "not" is still no.
        if (isNegated) {
            return yes
                    ? trail.none("a yes and a negation")
                    : Guess.perhaps(List.of(false)).because(trail.so("a no and a negation"));
        }
        if (unknown == 0) {
            boolean isCertain = tokens.size() == all.size() && !Mentions.has(tokens, Sense.HEDGE);
            return (isCertain ? Guess.sure(yes) : Guess.perhaps(List.of(yes)))
                    .because(trail.so(yes ? "a yes" : "a no"));
        }
        return startsWithYesOrNo(tokens)
                ? Guess.perhaps(List.of(yes)).because(trail.so("starts with " + (yes ? "a yes" : "a no")))
                : trail.none("yes or no among unknown words");
    }

    /** The yes or no before a long remark: "no, the driver never showed up and nobody called". */
    private Optional<Guess<Boolean>> first(List<Token> tokens) {
        return Lead.yesOrNo(tokens)
                .map(lead -> new YesNoMention(asked).read(lead))
                .filter(lead -> !lead.isNone())
                .map(lead -> lead.unsure().because(lead.why() + " before a remark"));
    }

    private boolean hasDigits(List<Token> tokens) {
        Optional<Token> digits = tokens.stream().filter(Token::isDigits).findFirst();
        digits.ifPresent(trail::stray);
        return digits.isPresent();
    }

    private void take(Token token) {
        if (trail.takes(token, Sense.NO)) {
            no = true;
        } else if (trail.takes(token, Sense.YES)) {
            yes = true;
        } else if (trail.takes(token, Sense.NOT, Sense.NOT_AFTER)) {
            isNegated = true;
        } else if (!trail.takesAsFiller(token, asked)) {
            trail.stray(token);
            unknown++;
        }
    }

    private static boolean startsWithYesOrNo(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.isAny(Sense.YES, Sense.NO) || !token.is(Sense.AROUND))
                .findFirst()
                .filter(token -> token.isAny(Sense.YES, Sense.NO))
                .isPresent();
    }
}
