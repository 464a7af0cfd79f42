package dev.parlance.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Parameters that are parsed when first asked for, and then kept: a request that is refused is never parsed, and one that
 * is checked, marked and routed is parsed once.
 */
final class LateParameters {
    static final LateParameters NONE = new LateParameters(new byte[0]);

    private final byte[] encoded;

    // Two threads may both parse: they come to the same, and it is immutable.
    private @Nullable Parameters parsed;

    LateParameters(byte[] encoded) {
        this.encoded = encoded;
    }

    Parameters get() {
        Parameters parameters = parsed;
        if (parameters == null) {
            parameters = UrlEncoding.decode(encoded);
            parsed = parameters;
        }
        return parameters;
    }
}
