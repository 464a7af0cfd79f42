package dev.parlance.spring.webflux;

import java.util.concurrent.Executor;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Threads that may block: Reactor's own, which are virtual ones if {@code spring.threads.virtual.enabled} is set. */
final class WorkerThread {
    private WorkerThread() {}

    /** Does the work in a thread that may block. A caller that hangs up interrupts nothing, as it would with subscribeOn. */
    static <T> Mono<T> run(Mono<T> work) {
        return Mono.defer(() -> Schedulers.isInNonBlockingThread() ? next().then(work) : work);
    }

    private static Mono<Void> next() {
        return Mono.create(sink -> Schedulers.boundedElastic().schedule(sink::success));
    }

    /** A thread for each streamed response, because one can last for hours, and Reactor has few threads. */
    static Executor perResponse() {
        return response -> {
            Thread thread = new Thread(response, "parlance-stream");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
