package dev.parlance.survey.machine;

import dev.parlance.survey.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command among words that only ask for it: "can you say that again please", "I want to go back". */
final class CommandSentence {
    private static final String ASKING = "asking";

    private final Words words;

    private CommandSentence(Words words) {
        this.words = words;
    }

    /** The one command that a folded text asks for, if it says nothing else. */
    static Optional<Command> in(String folded, Words words) {
        return new CommandSentence(words).read(folded);
    }

    private Optional<Command> read(String folded) {
        List<String> phrases = Phrases.of(
                folded,
                phrase -> words.list(ASKING).contains(phrase) || meant(phrase).isPresent());
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
