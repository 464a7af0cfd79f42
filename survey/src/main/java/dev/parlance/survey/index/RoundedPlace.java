package dev.parlance.survey.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a place so coarse that it identifies nobody: a tenth of a degree is about 11 km. */
public final class RoundedPlace {
    private static final Pattern COORDINATES = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)");

    private RoundedPlace() {}

    /** The place {@code 19.4,-99.1} for {@code 19.4326,-99.1332}; empty for another text. */
    public static Optional<String> of(String coordinates) {
        Matcher place = COORDINATES.matcher(coordinates);
        return place.matches()
                ? Optional.of(rounded(place.group(1)) + "," + rounded(place.group(2)))
                : Optional.empty();
    }

    private static String rounded(String degrees) {
        return new BigDecimal(degrees).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
