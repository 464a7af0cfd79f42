package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Function;

/** Checks with the current secrets and, if none matches, once more after a refresh. */
final class SecretTrial {
    private SecretTrial() {}

    static Verdict of(Secrets secrets, NamedSigner signer, Function<List<Secret>, Verdict> check) {
        try {
            List<Secret> known = SecretChecks.few(secrets.forSigner(signer));
            if (signer.isAmbiguous()) {
                return Verdict.refused(Refusal.UNKNOWN_SIGNER, "The request names more than one account or key.");
            }
            if (signer.isMissing() && known.isEmpty()) {
                return Verdict.refused(Refusal.UNKNOWN_SIGNER, "The request names no account or key.");
            }
            Verdict verdict = verdict(known, signer, check);
            if (!mayNeedNewerSecret(verdict)) {
                return verdict;
            }
            secrets.refresh();
            List<Secret> renewed = SecretChecks.few(secrets.forSigner(signer));
            return renewed.equals(known) ? verdict : verdict(renewed, signer, check);
        } catch (RuntimeException e) {
            System.getLogger(SecretTrial.class.getName())
                    .log(Level.ERROR, "Could not load the secrets to check signatures", e);
            return Verdict.refused(Refusal.SECRETS_UNAVAILABLE, "The secrets could not be loaded.");
        }
    }

    private static boolean mayNeedNewerSecret(Verdict verdict) {
        Refusal refusal = verdict.refusal().orElse(null);
        return refusal == Refusal.WRONG_SIGNATURE || refusal == Refusal.UNKNOWN_SIGNER;
    }

    private static Verdict verdict(List<Secret> secrets, NamedSigner signer, Function<List<Secret>, Verdict> check) {
        if (secrets.isEmpty()) {
            return Verdict.refused(
                    Refusal.UNKNOWN_SIGNER, "There is no secret for the account or key that the request names.");
        }
        Verdict verdict = check.apply(secrets);
        return verdict.isAccepted() ? signer.ifNeeded().map(verdict::withSigner).orElse(verdict) : verdict;
    }
}
