package dev.parlance.fake.twilio;

import dev.parlance.settings.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SID and the auth token of a fake account. Fakes in tests use the same values in every run, so that you can compare logs.
 * Use {@linkplain #random random} credentials for a fake that runs longer and that other programs on this machine can reach:
 * anyone who knows the token can sign webhooks to the application.
 *
 * <pre>{@code
 * FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
 * }</pre>
 *
 * @param sid {@code AC} followed by 32 hexadecimal digits
 * @param authToken signs the webhooks, and is the password for the API
 */
public record FakeAccount(String sid, Secret authToken) {
    private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");
    private static final int RANDOM_BYTES = 16;

    /**
     * Checks the credentials.
     *
     * @throws IllegalArgumentException if the SID has the wrong format or the token is blank
     */
    public FakeAccount {
        if (!SID.matcher(sid).matches()) {
            throw new IllegalArgumentException(
                    "An account SID must be AC followed by 32 hexadecimal digits, not \"" + sid + "\"");
        }
        if (authToken.reveal().isBlank()) {
            throw new IllegalArgumentException("The auth token is blank");
        }
    }

    /** Random credentials that can't be guessed. */
    public static FakeAccount random() {
        return new FakeAccount("AC" + hex(), Secret.of(hex()));
    }

    /** The fixed credentials for tests: zeros. */
    static FakeAccount forTests() {
        return new FakeAccount("AC" + "0".repeat(32), Secret.of("0".repeat(32)));
    }

    private static String hex() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
