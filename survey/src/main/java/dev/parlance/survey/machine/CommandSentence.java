package dev.parlance.survey.machine;

import dev.parlance.survey.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command among words that only ask for it: "can you say that again please", "I want to go back". */
final class CommandSentence {
    private static final String ASKING = "asking";
    private static final String REQUESTS = "requests";
    /** The commands that lose nothing if the person did not mean them. */
    private static final Set<Command> SAFE = EnumSet.of(Command.BACK, Command.REPEAT, Command.RESTART, Command.SKIP);

    private final Words words;

    private CommandSentence(Words words) {
        this.words = words;
    }

    /** The one command that a folded text asks for, if it says nothing else. */
    static Optional<Command> in(String folded, Words words) {
        return new CommandSentence(words).read(folded);
    }

    /** The one command that a folded text asks for at its start or at its end. There must be a "can you" or the like. */
    static Optional<Command> beside(String folded, Words words) {
        boolean isOneWord = words.isSpaced() && folded.indexOf(' ') < 0;
        return isOneWord ? Optional.empty() : new CommandSentence(words).readEdges(folded);
    }

    private Optional<Command> read(String folded) {
        return command(Phrases.of(folded, this::isKnown));
    }

    private Optional<Command> readEdges(String folded) {
        return Phrases.edges(folded, this::isKnown).stream()
                .filter(phrases -> phrases.stream().anyMatch(words.list(REQUESTS)::contains) && isClosed(phrases))
                .flatMap(phrases -> command(phrases).stream())
                .filter(SAFE::contains)
                .findFirst();
    }

    /**
     * Whether the phrases ask for a command in more than one word, and do not go on: "can we go back to" starts something else, and
     * so does "please help".
     */
    private boolean isClosed(List<String> phrases) {
        String last = phrases.get(phrases.size() - 1);
        boolean isLong = phrases.stream()
                .anyMatch(phrase -> meant(phrase).isPresent() && (!words.isSpaced() || phrase.indexOf(' ') > 0));
        return isLong
                && (meant(last).isPresent()
                        || !words.isSpaced()
                        || words.list(REQUESTS).contains(last));
    }

    private boolean isKnown(String phrase) {
        return words.list(ASKING).contains(phrase)
                || words.list(REQUESTS).contains(phrase)
                || meant(phrase).isPresent();
    }

    private Optional<Command> command(List<String> phrases) {
        Set<Command> meant = EnumSet.noneOf(Command.class);
        phrases.forEach(phrase -> meant(phrase).ifPresent(meant::add));
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /** A carrier's keyword is one only if it is the whole text. */
    private static Command inSentence(Command word) {
        return word == Command.STOP || word == Command.STOP_WORD ? Command.STOP_SENTENCE : word;
    }

    private Optional<Command> meant(String phrase) {
        return Command.wish(phrase, words).or(() -> Command.word(phrase, words)).map(CommandSentence::inSentence);
    }
}
