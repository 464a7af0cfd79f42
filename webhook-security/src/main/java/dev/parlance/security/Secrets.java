package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The secrets that may have signed a request: several during a rotation, or those of several accounts.
 *
 * <pre>{@code
 * Secrets.of(current, previous);
 * Secrets.perSigner(Map.of("AC…", List.of(token), "AC…", List.of(otherToken)));
 * Secrets.loading(() -> Secrets.of(secret.get()));      // reloaded when a signature does not match
 * }</pre>
 */
public interface Secrets {
    /**
     * The secrets of one signer, likeliest first; empty if the signer is unknown. All of them are tried, so at most 16 are
     * allowed.
     *
     * @param signer supplies the account or key that the request names, empty if it names none or several; call it only if you
     *     need it
     */
    List<Secret> forSigner(Supplier<String> signer);

    /** Called when no secret matches: loads newer ones for {@link #forSigner} to return. */
    default void refresh() {}

    /** The same secrets for every signer, likeliest first. */
    static Secrets of(Secret... secrets) {
        return of(Stream.of(secrets).map(SecretChecks::usable).toList());
    }

    /** The same secrets for every signer, likeliest first. */
    static Secrets of(Collection<Secret> secrets) {
        List<Secret> all = SecretChecks.usable(List.copyOf(SecretChecks.present(secrets, "The list of secrets")));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Checking signatures needs at least one secret");
        }
        return signer -> all;
    }

    /**
     * Secrets by account or key. A request that names no signer or several is refused. The signer is in
     * {@link Verdict#signer} and {@link dev.parlance.webhook.WebhookRequest#signer}.
     */
    static Secrets perSigner(Map<String, List<Secret>> secrets) {
        Map<String, List<Secret>> bySigner = Map.copyOf(SecretChecks.present(secrets, "The map of secrets"));
        bySigner.values().forEach(SecretChecks::usable);
        return new SecretsPerSigner(bySigner);
    }

    /**
     * Secrets that are loaded on first use, and again when a signature does not match: at most every 30 seconds, so that forged
     * requests can't overload the source.
     */
    static LoadedSecrets loading(Supplier<Secrets> loader) {
        return LoadedSecrets.by(SecretChecks.present(loader, "The loader"));
    }
}
