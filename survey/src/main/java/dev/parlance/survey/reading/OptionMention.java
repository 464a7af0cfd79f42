package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the options that a reply names: "I take the bus", "the second one", "option d", "fever and cough". */
public final class OptionMention {
    private final OptionLabels labels;
    private final OptionChoice choice;
    private final Set<String> asked;
    private final boolean several;
    private final OptionPlaces places;
    private final OptionTypos typos;
    private final Trail trail = new Trail();
    private int unknown;

    /**
     * What a reply names.
     *
     * @param options the options, by their place in the list, from 0
     * @param isSure whether the reply says nothing else
     * @param isEither whether the person names them as alternatives
     * @param why which rule says so
     */
    public record Found(List<Integer> options, boolean isSure, boolean isEither, String why) {
        static Found nothing(String why) {
            return new Found(List.of(), false, false, why);
        }

        /** Whether no option was found. */
        public boolean isNothing() {
            return options.isEmpty();
        }
    }

    private OptionMention(OptionLabels labels, Set<String> asked, boolean several) {
        this.labels = labels;
        this.choice = new OptionChoice(labels, several);
        this.asked = asked;
        this.several = several;
        this.places = new OptionPlaces(labels, choice, asked, several, trail);
        this.typos = new OptionTypos(labels.misspellings());
    }

    /**
     * Finds options.
     *
     * @param labels the labels and other words of each option, in the order in which they were offered
     * @param keys the numbers of the options, in the same order; none if numbers mean something else
     * @param question the question as it was asked: its words may come back in the reply
     * @param several whether more than one option can be chosen
     */
    public static Found read(
            String reply, List<Set<String>> labels, List<Integer> keys, Words words, String question, boolean several) {
        OptionLabels names = new OptionLabels(labels, keys, words);
        Set<String> asked = Set.copyOf(Units.of(question));
        Found whole = new OptionMention(names, asked, several).read(reply);
        return whole.isNothing() && !several ? first(reply, names, words, asked).orElse(whole) : whole;
    }

    /** The option that the first clause names and says nothing else, if no other clause can change it. */
    private static Optional<Found> first(String reply, OptionLabels names, Words words, Set<String> asked) {
        List<Clauses.Clause> clauses = Clauses.stated(reply, words).all();
        boolean isOpen = clauses.size() < 2
                || clauses.stream().skip(1).anyMatch(clause -> canChange(names.tokens(clause.text())));
        if (isOpen) {
            return Optional.empty();
        }
        Found found = new OptionMention(names, asked, false).read(clauses.get(0).text());
        return found.isSure() && found.options().size() == 1
                ? Optional.of(new Found(found.options(), false, false, found.why() + " before a remark"))
                : Optional.empty();
    }

    private static boolean canChange(List<Token> clause) {
        return Mentions.has(
                clause,
                Sense.LABEL,
                Sense.SAME,
                Sense.OR,
                Sense.BUT,
                Sense.UNSURE,
                Sense.CORRECTION,
                Sense.NOT,
                Sense.CLAUSE);
    }

    private Found read(String reply) {
        Optional<Integer> letter = labels.letter(TextLetters.only(reply));
        if (letter.isPresent()) {
            return new Found(List.of(letter.get()), true, false, "the letter of an option");
        }
        List<Token> all = labels.tokens(reply);
        List<Token> tokens = Mentions.answer(all, trail);
        Optional<Found> unnamed = new UnnamedOption(labels, asked, trail).in(tokens);
        if (unnamed.isPresent()) {
            return unnamed.get();
        }
        // "All but the cough": what is meant is not what is named.
        boolean isOpen = trail.meets(tokens, Sense.UNSURE, Sense.CLAUSE)
                || OptionComparison.in(tokens, trail)
                || (Mentions.has(tokens, Sense.ALL) && trail.meets(tokens, Sense.BUT));
        if (tokens.isEmpty() || isOpen) {
            return Found.nothing(trail.so("no certain option"));
        }
        for (int i = 0; i < tokens.size(); ) {
            i += take(tokens, i);
        }
        return found(tokens, tokens.size() < all.size());
    }

    private Found found(List<Token> tokens, boolean isCorrected) {
        List<Integer> options = choice.options();
        // A label that is named whole is named, whatever else the reply says.
        boolean isLost = unknown > Mentions.MOST_UNKNOWN && !namesWhole(tokens);
        if (options.isEmpty() || isLost) {
            return Found.nothing(trail.so(options.isEmpty() ? "no option" : "too many unknown words"));
        }
        boolean isEither = Mentions.has(tokens, Sense.OR) || choice.isEither() || (!several && Denial.isIn(tokens));
        if (isEither && options.size() == 1 && unknown > 0) {
            return Found.nothing(trail.so("an option or something unknown"));
        }
        // A "no" that refuses nothing by itself may still refuse what was named.
        boolean isSure = choice.isSure()
                && !isCorrected
                && !isEither
                && unknown == 0
                && !Mentions.has(tokens, Sense.NOT, Sense.NO, Sense.NOT_AFTER, Sense.HEDGE);
        String named = options.size() == 1 ? "one option" : options.size() + " options";
        return new Found(options, isSure, isEither, trail.so(unknown > 0 ? named + " beside unknown words" : named));
    }

    private boolean namesWhole(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is(Sense.LABEL) && labels.isWhole(token));
    }

    /** Takes the expression at a place, and returns how many expressions that were. */
    private int take(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Optional<Integer> few = several ? places.firstFew(tokens, at) : Optional.empty();
        if (few.isPresent()) {
            for (int option = 0; option < few.get(); option++) {
                choice.choose(option);
            }
            choice.isUnsure();
            return 2;
        }
        Optional<OptionTypos.Joined> joined = token.is(Sense.LABEL) ? Optional.empty() : typos.joined(tokens, at);
        if (joined.isPresent()) {
            trail.note(Token.unknown(joined.get().text()), "label of an option, with blanks in other places");
            choice.name(tokens, at, joined.get().option());
            return joined.get().words();
        }
        if (token.is(Sense.LABEL)) {
            label(tokens, at);
        } else if (!isNoneOrAll(tokens, token)) {
            other(tokens, at);
        }
        return 1;
    }

    /** The option with another word for the same thing. Beside a label, it counts only if several can be chosen. */
    private Optional<Integer> same(List<Token> tokens, int at) {
        boolean isPossible = several || !Mentions.has(tokens, Sense.LABEL);
        return isPossible ? labels.same(tokens.get(at)) : Optional.empty();
    }

    private void other(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Optional<Integer> same = same(tokens, at);
        if (same.isPresent()) {
            trail.takes(token, Sense.SAME);
            choice.name(tokens, at, same.get());
            choice.isUnsure();
            return;
        }
        Optional<Integer> place = places.named(tokens, at);
        if (place.isPresent()) {
            choice.name(tokens, at, place.get());
        } else if (token.is(Sense.NUMBER)) {
            unknown += places.number(tokens, at) ? 0 : 1;
        } else if (token.isUnknown()) {
            unknown(tokens, at);
        } else if (!isHarmless(token)) {
            trail.stray(token);
            unknown++;
        }
    }

    private void label(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Optional<Integer> denied = labels.deniedOnly(token);
        if (denied.isPresent()) {
            trail.note(token, "what an option denies");
            choice.nameDenied(tokens, at, denied.get());
            return;
        }
        boolean isWhole = labels.isWhole(token);
        trail.note(token, isWhole ? "label of an option" : "part of one option's label");
        int option = token.value(Sense.LABEL).orElseThrow().intValue();
        if (!isWhole || (at > 0 && labels.isNegatingPrefix(tokens.get(at - 1).text()))) {
            choice.isUnsure();
        }
        choice.name(tokens, at, option);
        if (isStressed(tokens, at) && !labels.isStrong(option)) {
            choice.isUnsure();
            labels.stronger(token).ifPresent(choice::orStronger);
        }
    }

    /** Whether an intensifier comes before or after a label: "really bad" may be more than "Bad". */
    private static boolean isStressed(List<Token> tokens, int at) {
        return (at > 0 && tokens.get(at - 1).is(Sense.VERY))
                || (at + 1 < tokens.size() && tokens.get(at + 1).is(Sense.VERY));
    }

    private boolean isNoneOrAll(List<Token> tokens, Token token) {
        Optional<Integer> none = labels.onlyNone();
        boolean isAlone = tokens.size() == 1;
        boolean isDenial = tokens.stream()
                .allMatch(other -> other.isAny(Sense.NO, Sense.NOT_AFTER) || Mentions.changesNothing(other, asked));
        if (isDenial && several && none.isPresent() && trail.takes(token, Sense.NO, Sense.NOT_AFTER)) {
            choice.choose(none.get());
            choice.isUnsure();
            return true;
        }
        if (none.isPresent() && !Mentions.has(tokens, Sense.LABEL) && trail.takes(token, Sense.NONE)) {
            choice.choose(none.get());
            if (!isAlone) {
                choice.isUnsure();
            }
            return true;
        }
        if (several
                && !Mentions.has(tokens, Sense.NONE)
                && (trail.takes(token, Sense.ALL) || (labels.count() == 2 && trail.takes(token, Sense.BOTH)))) {
            choice.chooseAllButNone();
            return true;
        }
        return false;
    }

    private boolean isHarmless(Token token) {
        return trail.takesAsFiller(token, asked)
                || trail.takes(token, Mentions.UNITS)
                || trail.takes(
                        token,
                        Sense.OPTION,
                        Sense.ONE,
                        Sense.OR,
                        Sense.NOT,
                        Sense.NOT_AFTER,
                        Sense.NO,
                        Sense.NONE,
                        Sense.BUT,
                        Sense.TO,
                        Sense.DATE_WORD,
                        Sense.CLOCK);
    }

    private void unknown(List<Token> tokens, int at) {
        Guess<Integer> guess = typos.find(tokens, at);
        if (guess.isNone()) {
            trail.stray(tokens.get(at));
            unknown++;
            return;
        }
        trail.note(tokens.get(at), "read as " + guess.why());
        if (!guess.isSure()) {
            choice.isUnsure();
        }
        int option = guess.candidates().get(0);
        if (labels.isNegated(option)) {
            // The negation before it is a part of its label.
            choice.choose(option);
        } else {
            choice.name(tokens, at, option);
        }
    }
}
