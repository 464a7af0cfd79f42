package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** The documents that a call runs. An inserted one runs first; then the one below it continues. */
final class RunningDocuments {
    private final Deque<RunningDocument> documents = new ArrayDeque<>();

    boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Executes the next verb, or ends the document that has none left. */
    void step(Consumer<RunningVerb> execute) {
        RunningDocument current = documents.element();
        Optional<RunningVerb> verb = current.next();
        if (verb.isPresent()) {
            execute.accept(verb.get());
        } else {
            documents.remove();
            current.atEnd().run();
        }
    }

    /** The URL of the current document, or the empty string. */
    String url() {
        return documents.isEmpty() ? "" : documents.element().url();
    }

    /** Runs a document instead of the current one. {@code atEnd} follows it, unless something else would have followed the current one. */
    void replace(Document document, Runnable atEnd) {
        Runnable then = documents.isEmpty() ? atEnd : documents.remove().atEnd();
        insert(document, then);
    }

    /** Runs a document before the current one continues. */
    void insert(Document document, Runnable then) {
        documents.push(new RunningDocument(document, then));
    }

    /** Drops the document that was inserted last. */
    void leaveInserted() {
        if (documents.size() > 1) {
            documents.remove();
        }
    }

    void clear() {
        documents.clear();
    }
}
