package dev.parlance.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Parameters that are decoded on first use and then kept. A refused request is decoded no further than needed, and a request
 * that is verified, marked and routed is decoded only once.
 */
final class LazyParameters {
    static final LazyParameters NONE = new LazyParameters(new byte[0]);

    private final byte[] encoded;

    // Two threads may both decode them; the results are equal and immutable.
    private @Nullable DecodedForm decoded;
    private @Nullable Parameters parameters;

    LazyParameters(byte[] encoded) {
        this.encoded = encoded;
    }

    DecodedForm decoded() {
        DecodedForm form = decoded;
        if (form == null) {
            form = FormDecoder.decode(encoded);
            decoded = form;
        }
        return form;
    }

    Parameters get() {
        Parameters made = parameters;
        if (made == null) {
            made = decoded().parameters();
            parameters = made;
        }
        return made;
    }
}
