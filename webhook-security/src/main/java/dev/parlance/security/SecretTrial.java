package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks with the secrets at hand and, where none fits, once more with newer ones if there are any. */
final class SecretTrial {
    private SecretTrial() {}

    static Verdict of(Secrets secrets, Supplier<String> signer, Function<List<Secret>, Verdict> check) {
        try {
            List<Secret> known = secrets.heldBy(signer);
            Verdict verdict = verdict(known, check);
            if (!isForWantOfTheSecret(verdict)) {
                return verdict;
            }
            secrets.refresh();
            List<Secret> renewed = secrets.heldBy(signer);
            return renewed.equals(known) ? verdict : verdict(renewed, check);
        } catch (RuntimeException e) {
            System.getLogger(SecretTrial.class.getName()).log(Level.ERROR, "No secrets to check signatures with", e);
            return Verdict.refused(Refusal.SECRETS_UNAVAILABLE, "The secrets could not be loaded.");
        }
    }

    private static boolean isForWantOfTheSecret(Verdict verdict) {
        Refusal refusal = verdict.refusal().orElse(null);
        return refusal == Refusal.WRONG_SIGNATURE || refusal == Refusal.UNKNOWN_SIGNER;
    }

    private static Verdict verdict(List<Secret> secrets, Function<List<Secret>, Verdict> check) {
        return secrets.isEmpty()
                ? Verdict.refused(Refusal.UNKNOWN_SIGNER, "There is no secret for the account or key that it names.")
                : check.apply(secrets);
    }
}
