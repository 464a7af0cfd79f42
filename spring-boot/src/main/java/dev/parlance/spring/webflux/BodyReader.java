package dev.parlance.spring.webflux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads a request's body once, up to a limit. */
final class BodyReader {
    private static final int MAX_DISCARDED = 2 << 20;
    private static final byte[] NOTHING = {};
    private static final BodyReader TOO_LARGE = new BodyReader(State.TOO_LARGE, NOTHING);
    private static final BodyReader CONSUMED = new BodyReader(State.CONSUMED, NOTHING);

    private final State state;
    private final byte[] bytes;

    /** The result of reading the body. */
    enum State {
        READ,
        /** Another filter has read it, so it can't be checked any more. */
        CONSUMED,
        TOO_LARGE
    }

    private BodyReader(State state, byte[] bytes) {
        this.state = state;
        this.bytes = bytes;
    }

    static Mono<BodyReader> of(ServerHttpRequest request, int limit) {
        long declared = request.getHeaders().getContentLength();
        if (declared > limit) {
            return declared > MAX_DISCARDED ? Mono.just(TOO_LARGE) : discarded(request);
        }
        return DataBufferUtils.join(request.getBody(), limit)
                .map(BodyReader::read)
                .defaultIfEmpty(declared > 0 ? CONSUMED : new BodyReader(State.READ, NOTHING))
                .onErrorReturn(DataBufferLimitException.class, TOO_LARGE)
                // A server lets nobody read a body twice.
                .onErrorReturn(IllegalStateException.class, CONSUMED);
    }

    /** Read all the same: a sender whose body nobody reads gets a closed connection instead of the response. */
    private static Mono<BodyReader> discarded(ServerHttpRequest request) {
        return request.getBody().doOnNext(DataBufferUtils::release).then(Mono.just(TOO_LARGE));
    }

    private static BodyReader read(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return new BodyReader(State.READ, bytes);
    }

    State state() {
        return state;
    }

    byte[] bytes() {
        return bytes;
    }
}
