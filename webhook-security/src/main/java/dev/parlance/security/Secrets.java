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
     * The secrets of one signer, the likeliest first; none if the signer is unknown. All of them are tried, so there may be at
     * most 16.
     *
     * @param signer finds the account or key that the request names, empty if it names none or several; asked only where
     *     it matters
     */
    List<Secret> heldBy(Supplier<String> signer);

    /** Called when no secret fits: looks for newer ones, which {@link #heldBy} then gives. */
    default void refresh() {}

    /** The same secrets for every signer, the likeliest first. */
    static Secrets of(String... secrets) {
        return of(Stream.of(secrets).map(SecretChecks::usable).toList());
    }

    /** The same secrets for every signer, the likeliest first. */
    static Secrets of(Collection<Secret> secrets) {
        List<Secret> all = SecretChecks.usable(List.copyOf(SecretChecks.present(secrets, "The list of secrets")));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("At least one secret is needed to check signatures");
        }
        return signer -> all;
    }

    /**
     * Secrets by account or key. A request that names no signer, or several, is refused. What signed is in
     * {@link Verdict#signer} and {@link dev.parlance.webhook.WebhookRequest#signer}.
     */
    static Secrets perSigner(Map<String, List<Secret>> secrets) {
        Map<String, List<Secret>> bySigner = Map.copyOf(SecretChecks.present(secrets, "The map of secrets"));
        bySigner.values().forEach(SecretChecks::usable);
        return new SecretsPerSigner(bySigner);
    }

    /**
     * Secrets that are loaded when first needed, and again when a signature does not match: at most every half minute,
     * so that forged requests are no way to burden whatever they are loaded from.
     */
    static LoadedSecrets loadedBy(Supplier<Secrets> loader) {
        return LoadedSecrets.by(SecretChecks.present(loader, "The loader"));
    }
}
