package dev.parlance.security;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The account or key that a request names. Found only when the secrets depend on it, because that parses the whole form. */
final class NamedSigner implements Supplier<String> {
    private final Supplier<List<String>> names;
    private @Nullable List<String> found;

    /** Takes all names in the request; a well-formed request has exactly one. */
    NamedSigner(Supplier<List<String>> names) {
        this.names = names;
    }

    /** The name; empty if the request has none or several. */
    @Override
    public String get() {
        List<String> all = found == null ? names.get() : found;
        found = all;
        return all.size() == 1 ? all.get(0) : "";
    }

    /** The name; empty if the secrets don't depend on it. */
    Optional<String> ifNeeded() {
        return found == null ? Optional.empty() : Optional.of(get()).filter(name -> !name.isEmpty());
    }

    /** Whether the secrets depend on the signer and the request names several. */
    boolean isAmbiguous() {
        return found != null && found.size() > 1;
    }

    /** Whether the secrets depend on the signer and the request names none. */
    boolean isMissing() {
        return found != null && get().isEmpty();
    }
}
