package dev.parlance.survey.state;

import dev.parlance.Address;
import dev.parlance.internal.Sha256;

/** An id for a person that does not reveal the number. */
public final class PersonHash {
    private static final int SHORT = 32;

    private PersonHash() {}

    /** The id of a person. */
    public static String of(Address address) {
        return Sha256.hex("parlance:" + address.value());
    }

    /** The first part of the id, long enough for ids of events and for logs. */
    public static String shortOf(Address address) {
        return of(address).substring(0, SHORT);
    }
}
