package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Resources;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers that can be bought: the same in each run, without those that someone owns. */
final class AvailableNumbers {
    private static final String PATH = "/2010-04-01/Accounts/{account_sid}/AvailablePhoneNumbers";
    private static final List<String> TYPES =
            List.of("Local", "TollFree", "Mobile", "National", "SharedCost", "Voip", "MachineToMachine");
    private static final String KEYPAD = "22233344455566677778889999";
    private static final int DISTANCE = 25;
    private static final int MAX_DISTANCE = 500;

    private final World world;
    private final GenericApi generic;

    AvailableNumbers(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
    }

    void routes(Routes routes) {
        routes.get(PATH, generic.handler(this::countries));
        routes.get(
                PATH + "/{country}",
                generic.handler(it -> it.answer(country(it, it.place().key()))));
        TYPES.forEach(type -> routes.get(PATH + "/{country}/" + type, generic.handler(it -> search(it, type))));
    }

    /** A number that can be bought in an area of the US. */
    Optional<String> inArea(String areaCode) {
        return NumberArea.ofCode(areaCode).numbers().filter(this::isAvailable).findFirst();
    }

    private boolean isAvailable(String number) {
        return world.owned().number(number).isEmpty();
    }

    private WebhookResponse countries(GenericRequest it) {
        List<Resource> countries = NumberArea.all().stream()
                .map(NumberArea::country)
                .distinct()
                .map(code -> resource(code, country(it, code)))
                .toList();
        return generic.page(it, countries);
    }

    private Resource resource(String key, ObjectNode fields) {
        return new Resources().add("", key, fields, world.clock().instant());
    }

    private ObjectNode country(GenericRequest it, String code) {
        List<String> types = NumberArea.all().stream()
                .filter(area -> area.country().equals(code))
                .map(NumberArea::type)
                .distinct()
                .toList();
        if (types.isEmpty()) {
            throw GenericPaths.notFound(it.request());
        }
        String path = "/2010-04-01/Accounts/" + it.place().account() + "/AvailablePhoneNumbers/" + code;
        ObjectNode country = Json.object();
        country.put("country_code", code);
        country.put("country", new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
        country.put("uri", path + ".json");
        country.put("beta", false);
        ObjectNode links = country.putObject("subresource_uris");
        types.forEach(type -> links.put(Fields.snake(type), path + "/" + type + ".json"));
        return country;
    }

    private WebhookResponse search(GenericRequest it, String type) {
        String country = it.place().values().getOrDefault("country_code", "");
        country(it, country);
        Predicate<String> wanted = pattern(it.query("Contains"));
        List<Resource> found = areas(it, country, type)
                .flatMap(area -> area.numbers()
                        .filter(this::isAvailable)
                        .filter(wanted)
                        .map(number -> resource(number, shown(area, number))))
                .filter(number -> hasCapabilities(number, it))
                .toList();
        return generic.page(it, found);
    }

    private Stream<NumberArea> areas(GenericRequest it, String country, String type) {
        String code = it.query("AreaCode");
        if (!code.isEmpty() && country.equals("US") && type.equals("Local")) {
            return code.matches("[2-9][0-8]\\d") ? Stream.of(NumberArea.ofCode(code)) : Stream.of();
        }
        return NumberArea.all().stream()
                .filter(area -> area.country().equals(country) && area.type().equals(type))
                .filter(area -> area.start().startsWith(code))
                .filter(area -> is(it.query("InRegion"), area.region()))
                .filter(area -> is(it.query("InLocality"), area.locality()))
                .filter(area -> is(it.query("InRateCenter"), area.locality()))
                .filter(area -> is(it.query("InPostalCode"), area.postalCode()))
                .filter(near(it));
    }

    private static boolean is(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equalsIgnoreCase(actual);
    }

    private static Predicate<NumberArea> near(GenericRequest it) {
        String number = it.query("NearNumber");
        String place = it.query("NearLatLong");
        if (!number.isEmpty()) {
            NumberArea area = NumberArea.ofCode(NumberDetails.of(number).areaCode());
            return area.isPlace()
                    ? near(it, Double.parseDouble(area.latitude()), Double.parseDouble(area.longitude()))
                    : area::equals;
        }
        if (place.isEmpty()) {
            return any -> true;
        }
        if (!place.matches("-?\\d{1,3}(\\.\\d+)?,\\s*-?\\d{1,3}(\\.\\d+)?")) {
            throw ApiError.badRequest(20001, "Invalid NearLatLong: '" + place + "' is not a latitude and a longitude");
        }
        String[] parts = place.split(",\\s*", 2);
        return near(it, Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }

    private static Predicate<NumberArea> near(GenericRequest it, double latitude, double longitude) {
        String distance = it.query("Distance");
        long miles = distance.isEmpty() ? DISTANCE : Math.min(MAX_DISTANCE, Long.parseLong(distance));
        return area -> area.isPlace() && area.milesTo(latitude, longitude) <= miles;
    }

    /** Digits anywhere in the number. A star is any digit, a letter is a key of the phone. */
    private static Predicate<String> pattern(String contains) {
        if (contains.isEmpty()) {
            return any -> true;
        }
        if (!contains.matches("\\+?[0-9A-Za-z*]{2,}")) {
            throw ApiError.badRequest(
                    21499, "Invalid Contains: '" + contains + "' is not a pattern of digits, letters and *");
        }
        String regex = contains.toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(AvailableNumbers::digit)
                .collect(Collectors.joining());
        return Pattern.compile(regex).asPredicate();
    }

    private static String digit(int character) {
        if (character == '*') {
            return "\\d";
        }
        return Character.isLetter(character)
                ? String.valueOf(KEYPAD.charAt(character - 'A'))
                : Pattern.quote(String.valueOf((char) character));
    }

    private static ObjectNode shown(NumberArea area, String number) {
        ObjectNode shown = Json.object();
        boolean isNorthAmerican = NumberDetails.of(number).callingCode().equals("1");
        shown.put("friendly_name", NumberDetails.of(number).friendlyName());
        shown.put("phone_number", number);
        shown.put("locality", area.locality().isEmpty() ? null : area.locality());
        shown.put(
                "rate_center",
                area.locality().isEmpty() ? null : area.locality().toUpperCase(Locale.ROOT));
        if (area.isPlace()) {
            shown.put("latitude", Double.parseDouble(area.latitude()));
            shown.put("longitude", Double.parseDouble(area.longitude()));
        }
        shown.put("region", area.region().isEmpty() ? null : area.region());
        shown.put("postal_code", area.postalCode().isEmpty() ? null : area.postalCode());
        shown.put("iso_country", area.country());
        shown.put("address_requirements", isNorthAmerican ? "none" : "any");
        shown.put("beta", false);
        shown.putObject("capabilities")
                .put("voice", true)
                .put("sms", isNorthAmerican || area.type().equals("Mobile"))
                .put("mms", isNorthAmerican)
                .put("fax", false);
        return shown;
    }

    private static boolean hasCapabilities(Resource number, GenericRequest it) {
        var capabilities = number.get("capabilities");
        return Stream.of("Voice", "Sms", "Mms", "Fax").allMatch(name -> {
            String wanted = it.query(name + "Enabled");
            String actual = capabilities.path(name.toLowerCase(Locale.ROOT)).asText();
            return wanted.isEmpty() || wanted.equalsIgnoreCase(actual);
        });
    }
}
