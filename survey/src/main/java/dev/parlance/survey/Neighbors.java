package dev.parlance.survey;

import dev.parlance.Address;
import java.util.Optional;

/** The other surveys on the same number. */
interface Neighbors {
    /** A number with one survey. */
    Neighbors NONE = person -> Optional.empty();

    /** Reserves a person for a first contact. If they are in the middle of another survey, says so and reserves nothing. */
    Optional<StartResult> reserve(Address person);
}
