package dev.parlance.quarkus.runtime;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Collects the body without a thread that waits for it, up to one byte more than the limit. Continues on a worker thread. */
final class BodyCollector implements ServerRestHandler {
    @Override
    public void handle(ResteasyReactiveRequestContext context) {
        Executor workers = ResteasyReactiveRecorder.EXECUTOR_SUPPLIER.get();
        context.suspend();
        if (context.hasInputStream()) {
            context.resume(workers); // A filter before this one has read the body, or replaced it.
            return;
        }
        int limit = WebhookExchange.signedWebhooks().bodyLimit() + 1;
        Collection body = new Collection(context, limit, workers);
        ServerHttpRequest request = context.serverRequest();
        request.setReadListener(body);
        // If a filter has read the body, the listener is never called.
        context.getContextExecutor().execute(() -> {
            if (request.isRequestEnded()) {
                body.done();
            }
        });
    }

    /** Called by one thread at a time, that of the connection. */
    private static final class Collection implements ServerHttpRequest.ReadCallback {
        private final ResteasyReactiveRequestContext context;
        private final int limit;
        private final Executor workers;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean complete;

        Collection(ResteasyReactiveRequestContext context, int limit, Executor workers) {
            this.context = context;
            this.limit = limit;
            this.workers = workers;
        }

        @Override
        public void data(ByteBuffer part) {
            int length = Math.min(part.remaining(), limit - body.size());
            byte[] bytes = new byte[length];
            part.get(bytes);
            body.write(bytes, 0, length);
            if (body.size() == limit) {
                done();
            }
        }

        @Override
        public void done() {
            if (!complete) {
                complete = true;
                context.setInputStream(new ByteArrayInputStream(body.toByteArray()));
                context.resume(workers);
            }
        }
    }
}
