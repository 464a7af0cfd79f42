package dev.parlance.survey.index;

import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All sessions of a shelf, page by page. Parsing takes most of the time, so another thread parses the next page while the caller
 * uses this one. Not thread-safe.
 */
final class SessionPages implements AutoCloseable {
    private final DocumentStore store;
    private final String shelf;
    private final int size;
    private final ExecutorService parser = Executors.newSingleThreadExecutor(SessionPages::thread);
    private String last = "";
    private Future<Page> next;

    SessionPages(DocumentStore store, String shelf, int size) {
        this.store = store;
        this.shelf = shelf;
        this.size = size;
        this.next = parseNext();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "parlance-analysis-parser");
        thread.setDaemon(true);
        return thread;
    }

    /** Documents and their sessions, in the same order. */
    record Page(List<Document> documents, List<SessionState> sessions) {
        static Page of(List<Document> documents) {
            return new Page(
                    documents,
                    documents.stream()
                            .map(document -> SessionState.countedFromJson(document.json()))
                            .toList());
        }

        boolean isEmpty() {
            return documents.isEmpty();
        }
    }

    private Future<Page> parseNext() {
        List<Document> documents = store.page(shelf, last, size);
        if (!documents.isEmpty()) {
            last = documents.get(documents.size() - 1).key().id();
        }
        return parser.submit(() -> Page.of(documents));
    }

    /**
     * The next page; empty after the last one.
     *
     * @throws CancellationException if the thread is interrupted
     */
    Page next() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Reading the sessions was interrupted");
        }
        Future<Page> after = parseNext();
        Page page = get(next);
        next = after;
        return page;
    }

    private static Page get(Future<Page> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("Reading the sessions was interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends the other thread. */
    @Override
    public void close() {
        parser.shutdownNow();
    }
}
