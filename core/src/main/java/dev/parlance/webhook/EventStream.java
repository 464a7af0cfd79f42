package dev.parlance.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells browsers of what happens when it happens, by server-sent events; in a page it is an {@code EventSource}.
 *
 * <pre>{@code
 * EventStream answers = EventStream.create();
 * router.get("/answers", answers);
 * surveys.on(SurveyEvent.Type.ANSWERED, event -> answers.send("answered", event.event().answer().orElseThrow().question()));
 * }</pre>
 *
 * <p>Each browser that listens holds a thread of the server; no more than {@value #MOST_LISTENERS} may, and others are
 * answered 503. One that does not keep up is cut off, and comes again by itself. Safe for use by several threads.
 */
public final class EventStream implements WebhookHandler, AutoCloseable {
    /** How many may listen at a time. */
    public static final int MOST_LISTENERS = 32;

    private static final int MOST_UNSENT = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String COMMENT = ":\n\n";
    private static final String END = "";

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private EventStream() {}

    /** A stream to which nobody listens yet. */
    public static EventStream create() {
        return new EventStream();
    }

    /**
     * Tells all who listen.
     *
     * @param type by which a page picks the events that it wants
     * @param data any text, such as JSON
     */
    public void send(String type, String data) {
        StringBuilder event = new StringBuilder("event: ").append(type).append('\n');
        data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        if (data.isEmpty()) {
            event.append("data:\n");
        }
        String written = event.append('\n').toString();
        listeners.forEach(listener -> listener.hears(written));
    }

    /** How many listen now. */
    public int listeners() {
        return listeners.size();
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        if (closed || listeners.size() >= MOST_LISTENERS) {
            return WebhookResponse.text("Too many listen already.").withStatus(503);
        }
        return WebhookResponse.streamed("text/event-stream", this::tell).withHeader("Cache-Control", "no-store");
    }

    private void tell(OutputStream out) throws IOException {
        Listener listener = new Listener();
        listeners.add(listener);
        try {
            write(out, COMMENT); // so that the browser knows at once that it is connected
            while (!closed) {
                String event = listener.next();
                if (event.equals(END)) {
                    return;
                }
                write(out, event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
            listener.isGone();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Sends everybody away, and lets nobody in any more. */
    @Override
    public void close() {
        closed = true;
        listeners.forEach(Listener::leaves);
    }

    private static final class Listener {
        private final BlockingQueue<String> unsent = new ArrayBlockingQueue<>(MOST_UNSENT);
        private final Thread thread = Thread.currentThread();
        private boolean cutOff;
        private boolean gone;

        synchronized void hears(String event) {
            if (!cutOff && !gone && !unsent.offer(event)) {
                cutOff = true;
                thread.interrupt(); // it may be writing to somebody who does not read
            }
        }

        /** Ends when it has sent what it has: at once, if that is too much. */
        synchronized void leaves() {
            hears(END);
        }

        /** The thread goes on to somebody else, who is not cut off. */
        synchronized void isGone() {
            gone = true;
            if (cutOff) {
                Thread.interrupted();
            }
        }

        /** A comment, if nothing happens for a while: by it, one finds out who has gone. */
        String next() throws InterruptedException {
            String event = unsent.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
            return event == null ? COMMENT : event;
        }
    }
}
