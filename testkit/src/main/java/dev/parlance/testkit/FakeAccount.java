package dev.parlance.testkit;

import dev.parlance.settings.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SID and the auth token of a fake's account. A fake in tests has the same ones in each run, so that logs can be compared;
 * a fake that other programs of this machine can reach for longer is given {@linkplain #random random} ones, since anyone who
 * knows the token can sign webhooks to the application.
 *
 * <pre>{@code
 * FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
 * }</pre>
 *
 * @param sid {@code AC} and 32 hexadecimal digits
 * @param authToken what signs the webhooks, and logs in with the SID
 */
public record FakeAccount(String sid, Secret authToken) {
    private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");
    private static final int RANDOM_BYTES = 16;

    /** Checks both. */
    public FakeAccount {
        if (!SID.matcher(sid).matches()) {
            throw new IllegalArgumentException("An account SID is AC and 32 hexadecimal digits, not \"" + sid + "\"");
        }
        if (authToken.reveal().isBlank()) {
            throw new IllegalArgumentException("The auth token is empty");
        }
    }

    /** Credentials that nobody can guess. */
    public static FakeAccount random() {
        return new FakeAccount("AC" + hex(), Secret.of(hex()));
    }

    /** What the fake of a test has: zeros. */
    static FakeAccount ofTests() {
        return new FakeAccount("AC" + "0".repeat(32), Secret.of("0".repeat(32)));
    }

    private static String hex() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
