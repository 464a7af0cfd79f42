package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.PhoneLine;
import dev.parlance.fake.twilio.world.Place;
import dev.parlance.fake.twilio.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What Lookup says about a number, by package. A package that can't answer has an error code, in a response without error. */
final class LookupPackages {
    /** The names of all packages, in Twilio's order. */
    static final List<String> NAMES = List.of(
            "caller_name",
            "sim_swap",
            "call_forwarding",
            "line_status",
            "line_type_intelligence",
            "identity_match",
            "reassigned_number",
            "sms_pumping_risk",
            "phone_number_quality_score",
            "pre_fill");

    private static final int NOT_ENABLED = 60606;
    private static final int NO_FORWARDING_HERE = 60607;
    private static final int NOT_COVERED = 60600;
    private static final int PARAMETER_MISSING = 60617;
    private static final int NOT_FOR_VOIP = 60003;
    private static final int NO_RISK_HERE = 60006;
    private static final Duration SWAP_PERIOD = Duration.ofHours(24);
    private static final Set<String> NORTH_AMERICA = Set.of("US", "CA");

    private final World world;
    private final NumberDetails number;
    private final UnaryOperator<String> parameters;
    private final Handset phone;

    /** @param parameters the value of a parameter, such as {@code FirstName}; empty if it is missing */
    LookupPackages(World world, NumberDetails number, UnaryOperator<String> parameters) {
        this.world = world;
        this.number = number;
        this.parameters = parameters;
        this.phone = world.handset(number.number());
    }

    JsonNode get(String name) {
        if (!number.isValid()) {
            return NullNode.getInstance();
        }
        return switch (name) {
            case "caller_name" -> callerName();
            case "sim_swap" -> simSwap();
            case "call_forwarding" -> callForwarding();
            case "line_status" -> lineStatus();
            case "line_type_intelligence" -> lineType();
            case "identity_match" -> identityMatch();
            case "reassigned_number" -> reassignedNumber();
            case "sms_pumping_risk" -> smsPumpingRisk();
            default -> Json.object().put("error_code", NOT_ENABLED);
        };
    }

    private PhoneLine line() {
        return Lines.of(world, number.number());
    }

    private static ObjectNode withError(ObjectNode fields, int code) {
        return code == 0 ? fields.putNull("error_code") : fields.put("error_code", code);
    }

    private ObjectNode callerName() {
        ObjectNode fields = Json.object();
        if (!number.callingCode().equals("1")) {
            return withError(fields.putNull("caller_name").putNull("caller_type"), NOT_COVERED);
        }
        boolean isKnown = !phone.name().isEmpty();
        fields.put("caller_name", isKnown ? phone.name().toUpperCase(Locale.ROOT) : null);
        return withError(fields.put("caller_type", isKnown ? "CONSUMER" : "UNDETERMINED"), 0);
    }

    private ObjectNode lineType() {
        PhoneLine line = line();
        ObjectNode fields = Json.object();
        fields.putNull("mobile_country_code").putNull("mobile_network_code");
        fields.put("carrier_name", line.carrier().isEmpty() ? null : line.carrier());
        return withError(fields.put("type", line.type()), 0);
    }

    private ObjectNode simSwap() {
        ObjectNode fields = Json.object();
        ObjectNode last = fields.putObject("last_sim_swap");
        Optional<Instant> swapped = phone.newSim();
        last.put("last_sim_swap_date", swapped.map(Dates.ISO_8601::write).orElse(null));
        last.put("swapped_period", SWAP_PERIOD.toString());
        last.put(
                "swapped_in_period",
                swapped.filter(time -> !time.isBefore(now().minus(SWAP_PERIOD))).isPresent());
        fields.put("carrier_name", line().carrier().isEmpty() ? null : line().carrier());
        return withError(fields.putNull("mobile_country_code").putNull("mobile_network_code"), 0);
    }

    private Instant now() {
        return world.clock().instant();
    }

    private ObjectNode callForwarding() {
        ObjectNode fields = Json.object();
        return number.country().equals("GB")
                ? withError(fields.put("call_forwarding_enabled", false), 0)
                : withError(fields.putNull("call_forwarding_enabled"), NO_FORWARDING_HERE);
    }

    private ObjectNode lineStatus() {
        String status = phone.reception().isEmpty() ? "reachable" : "unreachable";
        return withError(Json.object().put("status", status), 0);
    }

    private ObjectNode smsPumpingRisk() {
        ObjectNode fields = Json.object();
        boolean isCovered = !number.country().equals("GB");
        fields.put("carrier_risk_category", isCovered ? "low" : null);
        fields.put("number_blocked", false).putNull("number_blocked_date");
        fields.put("number_blocked_last_3_months", false);
        if (!isCovered) {
            return withError(fields.putNull("sms_pumping_risk_score"), NO_RISK_HERE);
        }
        return withError(fields.put("sms_pumping_risk_score", 0), 0);
    }

    /** Unlike elsewhere, Twilio writes this package's error code as a text. */
    private ObjectNode reassignedNumber() {
        ObjectNode fields = Json.object();
        String date = parameters.apply("LastVerifiedDate");
        fields.put("last_verified_date", date.isEmpty() ? null : date);
        Optional<Instant> verified = day(date);
        if (verified.isEmpty() || !NORTH_AMERICA.contains(number.country())) {
            int code = verified.isEmpty() ? PARAMETER_MISSING : NOT_COVERED;
            return fields.putNull("is_number_reassigned").put("error_code", Integer.toString(code));
        }
        boolean isReassigned =
                phone.newOwner().filter(time -> !time.isBefore(verified.get())).isPresent();
        return fields.put("is_number_reassigned", isReassigned ? "yes" : "no").putNull("error_code");
    }

    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Compares with the name and the place that a test has given the phone. */
    private ObjectNode identityMatch() {
        ObjectNode fields = Json.object();
        if (line().isVoip()) {
            return withError(fields, NOT_FOR_VOIP);
        }
        Place place = phone.place();
        String name = phone.name();
        int space = name.lastIndexOf(' ');
        List<String> matches = List.of(
                match(fields, "first_name_match", "FirstName", space < 0 ? name : name.substring(0, space)),
                match(fields, "last_name_match", "LastName", space < 0 ? "" : name.substring(space + 1)),
                match(fields, "city_match", "City", place.city()),
                match(fields, "state_match", "State", place.state()),
                match(fields, "postal_code_match", "PostalCode", place.zip()),
                match(fields, "address_country_match", "AddressCountryCode", place.country()));
        long compared = matches.stream().filter(match -> !match.isEmpty()).count();
        long equal = matches.stream().filter("exact_match"::equals).count();
        fields.put("summary_score", compared == 0 ? 0 : (int) (100 * equal / compared));
        return withError(fields.putNull("error_message"), 0);
    }

    private String match(ObjectNode fields, String field, String parameter, String actual) {
        String given = parameters.apply(parameter);
        if (given.isEmpty()) {
            fields.putNull(field);
            return "";
        }
        String match =
                actual.isEmpty() ? "no_data_available" : given.equalsIgnoreCase(actual) ? "exact_match" : "no_match";
        fields.put(field, match);
        return match;
    }
}
