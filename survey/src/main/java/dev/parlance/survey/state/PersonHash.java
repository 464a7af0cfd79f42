package dev.parlance.survey.state;

import dev.parlance.Address;
import dev.parlance.internal.Sha256;

/** An id for a person that does not reveal the number. */
public final class PersonHash {
    private PersonHash() {}

    /** The id of a person. */
    public static String of(Address address) {
        return Sha256.hex("parlance:" + address.value());
    }
}
