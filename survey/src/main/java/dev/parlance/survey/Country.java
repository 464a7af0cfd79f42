package dev.parlance.survey;

import dev.parlance.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A guess at a person's language and time zone from the country code of their phone number.
 *
 * @param language the country's most common language
 * @param zones the country's time zones; only the two outermost if there are several
 */
record Country(String language, List<ZoneId> zones) {
    private static final int LONGEST_CODE = 3;
    private static final Map<String, Country> BY_CODE = load();

    static Optional<Country> of(Address address) {
        String id = address.id();
        if (!id.startsWith("+")) {
            return Optional.empty();
        }
        for (int length = LONGEST_CODE; length > 0; length--) {
            if (id.length() > length) {
                Country country = BY_CODE.get(id.substring(1, length + 1));
                if (country != null) {
                    return Optional.of(country);
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Country> load() {
        Map<String, Country> countries = new HashMap<>();
        InputStream file = Objects.requireNonNull(Country.class.getResourceAsStream("countries.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(",", -1);
                List<ZoneId> zones =
                        Arrays.stream(parts[2].split(" ", -1)).map(ZoneId::of).toList();
                countries.put(parts[0], new Country(parts[1], zones));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the list of countries", e);
        }
        return Map.copyOf(countries);
    }
}
