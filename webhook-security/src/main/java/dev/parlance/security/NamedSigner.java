package dev.parlance.security;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The account or key that a request names. It is looked for only if the secrets depend on it: that reads the whole form. */
final class NamedSigner implements Supplier<String> {
    private final Supplier<List<String>> names;
    private @Nullable List<String> found;

    /** A signer that the request names once, if it is well-formed. */
    NamedSigner(Supplier<List<String>> names) {
        this.names = names;
    }

    /** Empty where the request names nobody, or several. */
    @Override
    public String get() {
        List<String> all = found == null ? names.get() : found;
        found = all;
        return all.size() == 1 ? all.get(0) : "";
    }

    /** Empty where the secrets do not depend on it. */
    Optional<String> ifItMatters() {
        return found == null ? Optional.empty() : Optional.of(get()).filter(name -> !name.isEmpty());
    }

    /** Whether the secrets depend on it, and the request names several. */
    boolean isAmbiguous() {
        return found != null && found.size() > 1;
    }

    /** Whether the secrets depend on it, and the request names nobody. */
    boolean isMissing() {
        return found != null && get().isEmpty();
    }
}
