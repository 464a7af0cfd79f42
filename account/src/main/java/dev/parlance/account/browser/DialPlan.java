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
 * DialPlan plan = DialPlan.allow("FR", "ES")
 *         .withHomeCountry("FR")
 *         .withUsers(Set.of("ana", "luc")::contains)
 *         .withLimit(30, Duration.ofHours(1));
 * plan.decide("ana", "06 12 34 56 78");        // Phone +33612345678
 * plan.decide("ana", "+1 900 555 0123");       // Refused
 * }</pre>
 *
 * <p>Allows fixed and mobile numbers of the named countries; toll-free and VoIP numbers only with {@link #withTollFree} and
 * {@link #withVoip}. Never allows premium-rate, shared-cost and personal numbers, short codes, satellite phones, and numbers of
 * a kind that libphonenumber does not know. Default: 60 calls per user and hour. Immutable except for its counters, and
 * thread-safe.
 */
public final class DialPlan {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_]{1,121}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}|_");
    private static final String CLIENT = "client:";
    private static final int MAX_LENGTH = 130;

    private static final Set<PhoneNumberType> ORDINARY =
            Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    private static final Set<PhoneNumberType> PREMIUM =
            Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST);

    private final Set<String> countries;
    private final Set<PhoneNumberType> kinds;
    private final String home;
    private final Predicate<String> users;
    private final UserLimit limit;
    private final Clock clock;

    private DialPlan(
            Set<String> countries,
            Set<PhoneNumberType> kinds,
            String home,
            Predicate<String> users,
            UserLimit limit,
            Clock clock) {
        this.countries = countries;
        this.kinds = kinds;
        this.home = home;
        this.users = users;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Allows fixed and mobile numbers of these countries.
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
        return new DialPlan(codes, ORDINARY, "ZZ", user -> false, limit, Clock.systemUTC());
    }

    /** Sets the country of numbers without a country code. Default: every number needs a country code. */
    public DialPlan withHomeCountry(String country) {
        return new DialPlan(countries, kinds, country.toUpperCase(Locale.ROOT), users, limit, clock);
    }

    /** Also allows toll-free numbers, such as {@code +1 800 …}. The account may still pay for such a call. */
    public DialPlan withTollFree() {
        return withKind(PhoneNumberType.TOLL_FREE);
    }

    /** Also allows VoIP numbers, such as French numbers that start with 09. */
    public DialPlan withVoip() {
        return withKind(PhoneNumberType.VOIP);
    }

    private DialPlan withKind(PhoneNumberType kind) {
        Set<PhoneNumberType> more = EnumSet.copyOf(kinds);
        more.add(kind);
        return new DialPlan(countries, Set.copyOf(more), home, users, limit, clock);
    }

    /** Sets the users whose browsers can be called. Default: none. */
    public DialPlan withUsers(Predicate<String> mayBeCalled) {
        return new DialPlan(countries, kinds, home, mayBeCalled, limit, clock);
    }

    /** Limits how many calls a user may make within this time. */
    public DialPlan withLimit(int calls, Duration within) {
        return new DialPlan(countries, kinds, home, users, new UserLimit(calls, within), clock);
    }

    /** Uses another clock. */
    public DialPlan withClock(Clock newClock) {
        return new DialPlan(countries, kinds, home, users, limit, newClock);
    }

    /**
     * Decides about a call. Allowed calls are counted.
     *
     * @param user the caller, as named by their token
     * @param destination the destination: a number in any spelling, a user, or {@code client:} and a user
     */
    public Decision decide(String user, String destination) {
        if (!IDENTITY.matcher(user).matches()) {
            return new Decision.Refused(Reason.UNKNOWN_CALLER);
        }
        Decision decision = destination.length() > MAX_LENGTH
                ? new Decision.Refused(Reason.INVALID_DESTINATION)
                : phoneOrBrowser(destination.strip());
        if (!(decision instanceof Decision.Refused) && !limit.allows(user, clock)) {
            return new Decision.Refused(Reason.TOO_MANY_CALLS);
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

    private Decision phoneOrBrowser(String wanted) {
        boolean isUser = wanted.startsWith(CLIENT) || LETTER.matcher(wanted).find();
        return isUser ? browser(wanted.startsWith(CLIENT) ? wanted.substring(CLIENT.length()) : wanted) : phone(wanted);
    }

    private Decision browser(String identity) {
        return IDENTITY.matcher(identity).matches() && users.test(identity)
                ? new Decision.Browser(identity)
                : new Decision.Refused(Reason.INVALID_DESTINATION);
    }

    private Decision phone(String wanted) {
        PhoneNumber number;
        try {
            number = NUMBERS.parse(wanted, home);
        } catch (NumberParseException e) {
            return new Decision.Refused(Reason.INVALID_DESTINATION);
        }
        if (!NUMBERS.isValidNumber(number)) {
            return new Decision.Refused(Reason.INVALID_DESTINATION);
        }
        if (!countries.contains(String.valueOf(NUMBERS.getRegionCodeForNumber(number)))) {
            return new Decision.Refused(Reason.COUNTRY_NOT_ALLOWED);
        }
        PhoneNumberType kind = NUMBERS.getNumberType(number);
        if (!kinds.contains(kind)) {
            return new Decision.Refused(PREMIUM.contains(kind) ? Reason.PREMIUM_NUMBER : Reason.KIND_NOT_ALLOWED);
        }
        return new Decision.Phone(Address.of(NUMBERS.format(number, PhoneNumberFormat.E164)));
    }
}
