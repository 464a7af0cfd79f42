package dev.parlance.survey.state;

import dev.parlance.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An id for a person that does not reveal the number. */
public final class PersonHash {
    private PersonHash() {}

    /** The id of a person. */
    public static String of(Address address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("parlance:" + address.value()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256", e);
        }
    }
}
