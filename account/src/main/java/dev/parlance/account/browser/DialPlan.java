package dev.parlance.account.browser;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.parlance.Address;
import dev.parlance.account.browser.Decision.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which calls users may make. Without limits, fraudsters would call expensive numbers at the account's cost.
 *
 * <pre>{@code
 * DialPlan plan = DialPlan.allow("FR", "ES").home("FR").users(team::contains).atMost(30, Duration.ofHours(1));
 * plan.decide("ana", "06 12 34 56 78");        // Phone +33612345678
 * plan.decide("ana", "+1 900 555 0123");       // Refused
 * }</pre>
 *
 * <p>Allows only ordinary numbers of the named countries (landline, mobile, toll-free, VoIP): no premium, shared-cost or personal
 * numbers, no short codes, no satellite phones. Default: 60 calls per user and hour. Immutable except for its counters, and
 * thread-safe.
 */
public final class DialPlan {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_]{1,121}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}|_");
    private static final String CLIENT = "client:";
    private static final int MAX_LENGTH = 130;

    private static final Set<PhoneNumberType> ALLOWED_TYPES = EnumSet.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.VOIP);

    private final Set<String> countries;
    private final String home;
    private final Predicate<String> users;
    private final UserLimit limit;
    private final Clock clock;

    private DialPlan(Set<String> countries, String home, Predicate<String> users, UserLimit limit, Clock clock) {
        this.countries = countries;
        this.home = home;
        this.users = users;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Allows numbers of these countries.
     *
     * @param countries country codes: {@code FR}, {@code ES}
     */
    public static DialPlan allow(String... countries) {
        Set<String> codes = Stream.of(countries)
                .map(country -> country.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        codes.stream()
                .filter(code -> NUMBERS.getCountryCodeForRegion(code) == 0)
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException(
                            "Unknown country code " + code + ": use two-letter codes such as FR or ES");
                });
        UserLimit limit = new UserLimit(60, Duration.ofHours(1));
        return new DialPlan(codes, "ZZ", user -> false, limit, Clock.systemUTC());
    }

    /** Sets the country of numbers without a country code. Default: every number needs a country code. */
    public DialPlan withHomeCountry(String country) {
        return new DialPlan(countries, country.toUpperCase(Locale.ROOT), users, limit, clock);
    }

    /** Sets the users whose browsers can be called. Default: none. */
    public DialPlan withUsers(Predicate<String> mayBeCalled) {
        return new DialPlan(countries, home, mayBeCalled, limit, clock);
    }

    /** Limits how many calls a user may make within this time. */
    public DialPlan withLimit(int calls, Duration within) {
        return new DialPlan(countries, home, users, new UserLimit(calls, within), clock);
    }

    /** Uses another clock. */
    public DialPlan withClock(Clock newClock) {
        return new DialPlan(countries, home, users, limit, newClock);
    }

    /**
     * Decides about a call. Allowed calls are counted.
     *
     * @param user the caller, as named by their token
     * @param wanted the destination: a number in any spelling, a user, or {@code client:} and a user
     */
    public Decision decide(String user, String wanted) {
        if (!IDENTITY.matcher(user).matches()) {
            return new Decision.Refused(Reason.UNKNOWN_CALLER);
        }
        Decision decision =
                wanted.length() > MAX_LENGTH ? new Decision.Refused(Reason.INVALID) : destination(wanted.strip());
        if (!(decision instanceof Decision.Refused) && !limit.allows(user, clock)) {
            return new Decision.Refused(Reason.LIMIT);
        }
        return decision;
    }

    /**
     * Whether the plan allows this number. For applications that contact people without a browser: ignores the limits per caller
     * and counts nothing.
     *
     * @param address a phone number, or an address with one, such as WhatsApp's
     */
    public boolean allows(Address address) {
        return address.id().length() <= MAX_LENGTH && phone(address.id()) instanceof Decision.Phone;
    }

    private Decision destination(String wanted) {
        boolean isUser = wanted.startsWith(CLIENT) || LETTER.matcher(wanted).find();
        return isUser ? browser(wanted.startsWith(CLIENT) ? wanted.substring(CLIENT.length()) : wanted) : phone(wanted);
    }

    private Decision browser(String identity) {
        return IDENTITY.matcher(identity).matches() && users.test(identity)
                ? new Decision.Browser(identity)
                : new Decision.Refused(Reason.INVALID);
    }

    private Decision phone(String wanted) {
        PhoneNumber number;
        try {
            number = NUMBERS.parse(wanted, home);
        } catch (NumberParseException e) {
            return new Decision.Refused(Reason.INVALID);
        }
        if (!NUMBERS.isValidNumber(number)) {
            return new Decision.Refused(Reason.INVALID);
        }
        if (!countries.contains(String.valueOf(NUMBERS.getRegionCodeForNumber(number)))) {
            return new Decision.Refused(Reason.COUNTRY);
        }
        return ALLOWED_TYPES.contains(NUMBERS.getNumberType(number))
                ? new Decision.Phone(NUMBERS.format(number, PhoneNumberFormat.E164))
                : new Decision.Refused(Reason.PREMIUM);
    }
}
