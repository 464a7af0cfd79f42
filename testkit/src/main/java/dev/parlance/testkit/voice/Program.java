package dev.parlance.testkit.voice;

import dev.parlance.testkit.document.Document;
import dev.parlance.testkit.document.Verb;
import java.util.List;
import java.util.Optional;

/** A document, and how far it has come. */
final class Program {
    private final Document document;
    private final Runnable atItsEnd;
    private int next;

    Program(Document document, Runnable atItsEnd) {
        this.document = document;
        this.atItsEnd = atItsEnd;
    }

    Optional<Verb> next() {
        List<Verb> verbs = document.response().children();
        return next < verbs.size() ? Optional.of(verbs.get(next++)) : Optional.empty();
    }

    String url() {
        return document.url();
    }

    Runnable atItsEnd() {
        return atItsEnd;
    }
}
