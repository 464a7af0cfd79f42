package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The secrets that may have signed a request: several while one is changed for another, and those of several accounts.
 *
 * <pre>{@code
 * Secrets.of(current, previous);
 * Secrets.perSigner(Map.of("AC…", List.of(token), "AC…", List.of(otherToken)));
 * Secrets.loadedBy(() -> Secrets.of(vault.read("twilio")));      // read again when a signature does not match
 * }</pre>
 */
public interface Secrets {
    /**
     * The secrets of one signer, the likeliest first; none if he is unknown.
     *
     * @param signer finds the account or key that the request names, empty if it names none; asked only where it matters
     */
    List<Secret> heldBy(Supplier<String> signer);

    /** Called when no secret fits: looks for newer ones, which {@link #heldBy} then gives. */
    default void refresh() {}

    /** The same secrets for every signer, the likeliest first. */
    static Secrets of(String... secrets) {
        return of(Stream.of(secrets).map(Secret::of).toList());
    }

    /** The same secrets for every signer, the likeliest first. */
    static Secrets of(Collection<Secret> secrets) {
        List<Secret> all = List.copyOf(secrets);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("At least one secret is needed to check signatures");
        }
        return signer -> all;
    }

    /** Secrets by account or key. A request that names no signer is checked with all of them. */
    static Secrets perSigner(Map<String, List<Secret>> secrets) {
        Map<String, List<Secret>> bySigner = Map.copyOf(secrets);
        List<Secret> all =
                bySigner.values().stream().flatMap(List::stream).distinct().toList();
        return signer -> {
            String named = signer.get();
            return named.isEmpty() ? all : bySigner.getOrDefault(named, List.of());
        };
    }

    /**
     * Secrets that are loaded when first needed, and again when a signature does not match: at most every half minute,
     * so that forged requests are no way to burden whatever they are loaded from.
     */
    static LoadedSecrets loadedBy(Supplier<Secrets> loader) {
        return LoadedSecrets.by(loader);
    }
}
