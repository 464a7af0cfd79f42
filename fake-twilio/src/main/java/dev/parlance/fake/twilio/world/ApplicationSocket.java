package dev.parlance.fake.twilio.world;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A WebSocket from Twilio to the application. Messages are sent in order, without waiting for the application. */
public final class ApplicationSocket implements WebSocket.Listener {
    /** The normal close code. */
    public static final int NORMAL = 1000;

    private static final int MAX_MESSAGE = 1 << 20;

    private final Listener listener;
    private final StringBuilder message = new StringBuilder();
    private @Nullable CompletableFuture<WebSocket> lastSent;
    private volatile @Nullable WebSocket socket;
    private boolean closed;

    /** Listens to the application. Called in one thread at a time. */
    public interface Listener {
        /** The application sent a text message. */
        void received(String message);

        /** The application closed the connection, or it was lost. Not called after {@link ApplicationSocket#close}. */
        void closedByApplication(int code);
    }

    ApplicationSocket(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    /** Allows sending. Called before anyone sends. */
    ApplicationSocket over(WebSocket opened) {
        socket = opened;
        return this;
    }

    /** Sends a message, unless the connection is closed. */
    public void send(String text) {
        then(open -> open.sendText(text, true));
    }

    /** Closes the connection after all messages have been sent. */
    public void close(int code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        then(open -> open.sendClose(code, reason));
        synchronized (this) {
            closed = true;
        }
    }

    /** What to do with an open connection. */
    private interface Step {
        CompletableFuture<WebSocket> with(WebSocket open);
    }

    private synchronized void then(Step step) {
        WebSocket open = socket;
        if (closed || open == null) {
            return;
        }
        CompletableFuture<WebSocket> before = lastSent == null ? CompletableFuture.completedFuture(open) : lastSent;
        // A failure means that the connection is lost, which onError reports.
        lastSent = before.exceptionally(failure -> open).thenCompose(sent -> step.with(open));
    }

    void abort() {
        synchronized (this) {
            closed = true;
        }
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (message.length() > MAX_MESSAGE) {
            lost(1009);
            from.abort();
            return null;
        }
        if (last) {
            String complete = message.toString();
            message.setLength(0);
            listener.received(complete);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        lost(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lost(1006);
    }

    private void lost(int code) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        listener.closedByApplication(code);
    }
}
