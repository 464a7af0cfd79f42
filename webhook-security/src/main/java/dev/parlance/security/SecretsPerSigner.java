package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Secrets by the account or key that a request names. */
record SecretsPerSigner(Map<String, List<Secret>> bySigner) implements Secrets {
    @Override
    public List<Secret> forSigner(Supplier<String> signer) {
        return bySigner.getOrDefault(signer.get(), List.of());
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "SecretsPerSigner[" + bySigner.size() + "]";
    }
}
