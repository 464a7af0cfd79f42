package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;
import java.util.List;
import java.util.Optional;

/** A document, and its next verb. */
final class RunningDocument {
    private final Document document;
    private final Runnable atEnd;
    private int next;

    RunningDocument(Document document, Runnable atEnd) {
        this.document = document;
        this.atEnd = atEnd;
    }

    Optional<RunningVerb> next() {
        List<Verb> verbs = document.response().children();
        return next < verbs.size() ? Optional.of(new RunningVerb(document, next++)) : Optional.empty();
    }

    String url() {
        return document.url();
    }

    Runnable atEnd() {
        return atEnd;
    }
}
