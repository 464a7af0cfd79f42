package dev.parlance.survey;

import dev.parlance.Address;
import java.util.Optional;
import java.util.Set;

/** Checks the form of a number before anything is sent or stored: a carrier refuses a wrong one without saying why. */
final class NumberCheck {
    private static final Set<String> BUILT_IN = Set.of(Channel.TEXT, Channel.VOICE);

    private NumberCheck() {}

    /** What is wrong with a person's number on this channel. */
    static Optional<String> problem(String channel, Address person) {
        boolean hasNumber = person.isPhone() || person.channel().equals("whatsapp");
        boolean isValid = PersonRoute.PHONE.matcher(person.id()).matches();
        return isValid || !hasNumber || !BUILT_IN.contains(channel)
                ? Optional.empty()
                : Optional.of(person
                        + " is not a phone number with a country code. Write a plus, the country's calling code and"
                        + " the number, without spaces or hyphens, like +12025550123");
    }
}
