package dev.parlance.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Parameters that are read when first asked for, and then kept: a request that is refused is never read further than that
 * takes, and one that is checked, marked and routed is read once.
 */
final class LateParameters {
    static final LateParameters NONE = new LateParameters(new byte[0]);

    private final byte[] encoded;

    // Two threads may both read them: they come to the same, and it is immutable.
    private @Nullable DecodedForm decoded;
    private @Nullable Parameters parameters;

    LateParameters(byte[] encoded) {
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
