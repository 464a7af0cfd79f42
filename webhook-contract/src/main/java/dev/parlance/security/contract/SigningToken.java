package dev.parlance.security.contract;

import dev.parlance.settings.Secret;

/** The tokens that sign the requests. */
enum SigningToken {
    CURRENT,
    /** The token before a rotation, still accepted. */
    PREVIOUS,
    /** The token of someone else. */
    STRANGER;

    Secret secret() {
        return Secret.of("contract-token-" + name());
    }
}
