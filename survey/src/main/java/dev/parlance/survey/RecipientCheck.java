package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.Problem;
import dev.parlance.survey.definition.Survey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks people before they are added to a campaign. The messages contain no personal data. */
final class RecipientCheck {
    private static final String EXAMPLE = "like +15005550006";
    private static final Pattern DIGITS = Pattern.compile("[1-9]\\d*");
    private static final int MIN_DIGITS = 7;
    private static final int MAX_DIGITS = 15;
    private static final String WHATSAPP = "whatsapp:";

    private final Survey survey;
    private final String channel;
    private final ContactHours hours;
    private final Instant now;

    RecipientCheck(Survey survey, String channel, ContactHours hours, Instant now) {
        this.survey = survey;
        this.channel = channel;
        this.hours = hours;
        this.now = now;
    }

    List<Problem> problems(String file, int line, Campaign.Recipient person) {
        List<Problem> problems = new ArrayList<>();
        number(person.address().value()).ifPresent(text -> problems.add(new Problem(file, line, "number", text)));
        Invitation invitation = person.invitation();
        invitation
                .language()
                .flatMap(this::language)
                .ifPresent(text -> problems.add(new Problem(file, line, "language", text)));
        zone(person.address(), invitation.zone())
                .ifPresent(text -> problems.add(new Problem(file, line, "zone", text)));
        for (String name : new TreeSet<>(invitation.variables().keySet())) {
            variable(name).ifPresent(text -> problems.add(new Problem(file, line, name, text)));
        }
        return problems;
    }

    /** What is wrong with a number, as the end of a sentence. */
    Optional<String> number(String value) {
        if (value.isEmpty()) {
            return Optional.of("is missing");
        }
        if (!isPhone()) {
            return address(value);
        }
        boolean isWhatsApp = channel.equals(Channel.TEXT) && value.startsWith(WHATSAPP);
        String number = isWhatsApp ? value.substring(WHATSAPP.length()) : value;
        if (!number.startsWith("+")) {
            return Optional.of("must start with + and the country code, " + EXAMPLE);
        }
        String digits = number.substring(1);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of("must have only digits after the +, " + EXAMPLE);
        }
        if (digits.length() < MIN_DIGITS || digits.length() > MAX_DIGITS) {
            return Optional.of("has " + digits.length() + " digits, but must have " + MIN_DIGITS + " to " + MAX_DIGITS);
        }
        return DIGITS.matcher(digits).matches()
                ? Optional.empty()
                : Optional.of("must not start with +0; a country code follows the +, " + EXAMPLE);
    }

    /** Whether people have phone numbers on this channel. */
    boolean isPhone() {
        return channel.equals(Channel.TEXT) || channel.equals(Channel.VOICE);
    }

    private static Optional<String> address(String value) {
        try {
            Address.of(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is not an address: " + e.getMessage());
        }
    }

    /** What is wrong with a language. */
    Optional<String> language(String tag) {
        return survey.prompts().find(tag).isPresent()
                ? Optional.empty()
                : Optional.of("is not a language of the survey; it has "
                        + survey.prompts().languages());
    }

    /** What is wrong with a person's time zone. */
    Optional<String> zone(Address person, Optional<ZoneId> zone) {
        ContactTimes times = ContactTimes.of(hours, survey.timing(), person, zone);
        return times.isPossible(now)
                ? Optional.empty()
                : Optional.of(
                        "is needed: in all zones of the number's country together, no time is in the campaign's hours and outside quiet hours");
    }

    /** What is wrong with a variable's name. */
    Optional<String> variable(String name) {
        Set<String> known = new TreeSet<>(survey.variables().keySet());
        return known.contains(name)
                ? Optional.empty()
                : Optional.of("is not a variable of the survey; it has " + known);
    }
}
