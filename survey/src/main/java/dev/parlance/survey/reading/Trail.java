package dev.parlance.survey.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader took each expression of a reply for. It explains the outcome. */
final class Trail {
    private final List<String> notes = new ArrayList<>();

    /** Whether an expression has one of these senses. Notes the first that it has. */
    boolean takes(Token token, Sense... senses) {
        for (Sense sense : senses) {
            if (token.is(sense)) {
                note(token, token.explained(sense));
                return true;
            }
        }
        return false;
    }

    /** Whether one of the expressions has one of these senses. Notes the first one. */
    boolean meets(List<Token> tokens, Sense... senses) {
        return tokens.stream().anyMatch(token -> takes(token, senses));
    }

    /** Whether an expression surrounds the answer and changes nothing, or the question has it too. */
    boolean takesAsFiller(Token token, Set<String> asked) {
        if (takes(token, Mentions.FILLERS)) {
            return true;
        }
        if (asked.contains(token.text())) {
            note(token, "a word of the question");
            return true;
        }
        return false;
    }

    /** Notes an expression that means something else here. */
    void stray(Token token) {
        note(
                token,
                token.isUnknown()
                        ? "unknown"
                        : token.explained(token.senses().keySet().iterator().next()) + ", which does not belong here");
    }

    void note(Token token, String role) {
        notes.add("\"" + token.text() + "\" " + role);
    }

    /** What the expressions are, and what follows from them. */
    String so(String conclusion) {
        return notes.isEmpty() ? conclusion : notes.stream().collect(Collectors.joining(", ", "", ": " + conclusion));
    }

    <T> Guess<T> none(String conclusion) {
        return Guess.<T>none().because(so(conclusion));
    }
}
