package dev.parlance.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpMethod;
import com.twilio.type.Endpoint;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Valid values for the parameters of Twilio's library, by type and name. */
final class SdkValues {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("countryCode", "US"),
            Map.entry("isoCountry", "US"),
            Map.entry("channel", "sms"),
            Map.entry("permission", "sendMessage"),
            Map.entry("attributes", "{}"),
            Map.entry("domainSuffix", "dev"),
            Map.entry("email", "ana@example.com"),
            Map.entry("code", "123456"),
            Map.entry("alphaSender", "ACME"));
    private int last;

    static Object marker(Class<?> type) {
        return new SdkValues().of("marker", type);
    }

    Object of(String name, Class<?> type) {
        if (type == String.class) {
            return new String(text(name));
        }
        if (type.isEnum()) {
            return type == HttpMethod.class ? HttpMethod.POST : type.getEnumConstants()[0];
        }
        if (type == PhoneNumber.class || type == Endpoint.class) {
            String number = name.equals("from") ? "+15005550006" : "+1415555" + (1000 + ++last);
            return type == Endpoint.class ? new PhoneNumber(number) : new PhoneNumber(number);
        }
        if (type == URI.class) {
            return URI.create("https://app.example/hook?" + ++last);
        }
        if (type == Twiml.class) {
            return new Twiml("<Response/>");
        }
        if (type == Integer.class) {
            return Integer.valueOf(1000 + ++last);
        }
        if (type == Long.class) {
            return Long.valueOf(1000 + ++last);
        }
        if (type == Boolean.class) {
            return Boolean.TRUE;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(++last);
        }
        if (type == ZonedDateTime.class) {
            return ZonedDateTime.parse("2026-03-01T12:00:00Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 3, 1);
        }
        if (type == List.class) {
            return new java.util.ArrayList<>(List.of(text(name)));
        }
        if (type == Map.class || type == Object.class) {
            return new java.util.HashMap<>();
        }
        try {
            return JSON.readValue("{}", type);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(name + " of " + type, e);
        }
    }

    private String text(String name) {
        if (KNOWN.containsKey(name)) {
            return KNOWN.get(name);
        }
        if (name.matches(".*(Url|Callback)")) {
            return "https://app.example/hook";
        }
        if (name.matches("(?i).*(phoneNumber|address)|to")) {
            return "+1415555" + (1000 + ++last);
        }
        if (name.equals("from")) {
            return "+15005550006";
        }
        if (name.endsWith("Date")) {
            return "2026-03-01";
        }
        return "sample" + ++last;
    }
}
