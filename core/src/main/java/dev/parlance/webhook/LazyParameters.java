package dev.parlance.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Parameters that are decoded on first use and then kept, so that a request that is verified, marked and routed is decoded only
 * once.
 */
final class LazyParameters {
    static final LazyParameters NONE = new LazyParameters(new byte[0]);

    private final byte[] encoded;

    // Two threads may both decode them; the results are equal and immutable.
    private @Nullable Parameters decoded;

    LazyParameters(byte[] encoded) {
        this.encoded = encoded;
    }

    Parameters get() {
        Parameters parameters = decoded;
        if (parameters == null) {
            parameters = FormDecoder.decode(encoded);
            decoded = parameters;
        }
        return parameters;
    }
}
