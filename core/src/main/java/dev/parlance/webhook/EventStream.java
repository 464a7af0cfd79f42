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
 * Pushes events to browsers as they happen, as server-sent events. In a page, use {@code EventSource}.
 *
 * <pre>{@code
 * EventStream answers = EventStream.create();
 * router.get("/answers", answers);
 * surveys.on(SurveyEvent.Type.ANSWERED, event -> answers.send("answered", event.answer().orElseThrow().question()));
 * }</pre>
 *
 * <p>Each connected browser occupies a thread of the server. More than {@value #MAX_LISTENERS} browsers get a 503. A browser
 * that can't keep up is disconnected, and reconnects by itself. Thread-safe.
 */
public final class EventStream implements WebhookHandler, AutoCloseable {
    /** How many browsers can be connected at a time. */
    public static final int MAX_LISTENERS = 32;

    private static final int MAX_UNSENT = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String COMMENT = ":\n\n";
    private static final String END = "";

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private EventStream() {}

    /** A stream without listeners. */
    public static EventStream create() {
        return new EventStream();
    }

    /**
     * Sends an event to all connected browsers.
     *
     * @param type the type, by which a page selects the events it wants
     * @param data any text, for example JSON
     */
    public void send(String type, String data) {
        StringBuilder event = new StringBuilder("event: ").append(type).append('\n');
        data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        if (data.isEmpty()) {
            event.append("data:\n");
        }
        String written = event.append('\n').toString();
        listeners.forEach(listener -> listener.offer(written));
    }

    /** The number of connected browsers. */
    public int listeners() {
        return listeners.size();
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        if (closed || listeners.size() >= MAX_LISTENERS) {
            return WebhookResponse.text("Too many browsers are connected to this stream.")
                    .withStatus(503);
        }
        return WebhookResponse.streamed("text/event-stream", this::stream).withHeader("Cache-Control", "no-store");
    }

    private void stream(OutputStream out) throws IOException {
        Listener listener = new Listener();
        listeners.add(listener);
        try {
            write(out, COMMENT); // lets the browser know at once that it is connected
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
            listener.detach();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Disconnects all browsers, and accepts no new ones. */
    @Override
    public void close() {
        closed = true;
        listeners.forEach(Listener::finish);
    }

    private static final class Listener {
        private final BlockingQueue<String> unsent = new ArrayBlockingQueue<>(MAX_UNSENT);
        private final Thread thread = Thread.currentThread();
        private boolean cutOff;
        private boolean gone;

        synchronized void offer(String event) {
            if (!cutOff && !gone && !unsent.offer(event)) {
                cutOff = true;
                thread.interrupt(); // it may be blocked on a browser that doesn't read
            }
        }

        /** Ends the stream after the unsent events, or at once if there are too many. */
        synchronized void finish() {
            offer(END);
        }

        /** Clears the interrupt, so that the thread doesn't carry it over to its next connection. */
        synchronized void detach() {
            gone = true;
            if (cutOff) {
                Thread.interrupted();
            }
        }

        /** The next event, or a comment after a pause. Writing the comment reveals a closed connection. */
        String next() throws InterruptedException {
            String event = unsent.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
            return event == null ? COMMENT : event;
        }
    }
}
