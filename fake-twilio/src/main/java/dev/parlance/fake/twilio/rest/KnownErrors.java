package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.world.ApiError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Twilio's codes and sentences for refused parameters, from {@code errors.txt}. The first line that fits is used. */
final class KnownErrors {
    private static final String ANY = "*";
    private static final int INVALID_PARAMETER = 20001;

    private final List<Line> lines;

    private record Line(
            String code, String host, String method, String path, String name, String refusal, String message) {
        static Line of(String line) {
            String[] words = line.split("\\s+", 7);
            return new Line(words[0], words[1], words[2], words[3], words[4], words[5], words[6]);
        }

        boolean fits(Operation operation, Parameter parameter, Refusal why) {
            return fits(host, operation.route().host())
                    && fits(method, operation.method())
                    && fits(path, operation.route().last())
                    && fits(name, parameter.name())
                    && fits(refusal, why.name());
        }

        private static boolean fits(String expected, String actual) {
            return expected.equals(ANY) || expected.equals(actual);
        }
    }

    private KnownErrors(List<Line> lines) {
        this.lines = lines;
    }

    static KnownErrors read() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownErrors.class.getResourceAsStream("errors.txt")), StandardCharsets.UTF_8))) {
            return new KnownErrors(in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Line::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiError error(Operation operation, Parameter parameter, Refusal refusal, String value) {
        return lines.stream()
                .filter(line -> line.fits(operation, parameter, refusal))
                .findFirst()
                .map(line -> ApiError.badRequest(
                        Integer.parseInt(line.code()),
                        line.message().replace("{name}", parameter.name()).replace("{value}", value)))
                .orElseGet(() -> usual(parameter, refusal, value));
    }

    private static ApiError usual(Parameter parameter, Refusal refusal, String value) {
        if (refusal == Refusal.MISSING) {
            String place = parameter.place().equals("query") ? "query string" : "post body";
            return ApiError.badRequest(
                    INVALID_PARAMETER, "Missing required parameter " + parameter.name() + " in the " + place);
        }
        return ApiError.badRequest(
                INVALID_PARAMETER, "Invalid " + parameter.name() + ": '" + value + "' " + refusal.sentence());
    }
}
