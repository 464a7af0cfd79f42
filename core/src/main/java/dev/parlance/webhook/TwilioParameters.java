package dev.parlance.webhook;

import dev.parlance.Address;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads parameters as Twilio writes them: an empty value counts as missing, and any other value must be valid. */
record TwilioParameters(Parameters all) {

    String required(String name) {
        return all.required(name);
    }

    Optional<String> filled(String name) {
        return all.nonEmpty(name);
    }

    /** The value unchanged, including whitespace; empty if the parameter is missing. */
    String text(String name) {
        return all.first(name).orElse("");
    }

    Address address(String name) {
        return read(name, required(name), "an address", Address::of);
    }

    Optional<Address> optionalAddress(String name) {
        return filled(name).map(text -> read(name, text, "an address", Address::of));
    }

    URI url(String name) {
        return read(name, required(name), "a URL", URI::create);
    }

    Optional<URI> optionalUrl(String name) {
        return filled(name).map(text -> read(name, text, "a URL", URI::create));
    }

    OptionalInt count(String name) {
        Optional<Integer> number = filled(name).map(text -> read(name, text, "a whole number", Integer::valueOf));
        if (number.isPresent() && number.get() < 0) {
            throw invalid(name, "a whole number");
        }
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    OptionalDouble decimal(String name) {
        Optional<Double> number = filled(name).map(text -> read(name, text, "a number", Double::valueOf));
        if (number.isPresent() && !Double.isFinite(number.get())) {
            throw invalid(name, "a number");
        }
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** The constant whose text this is. */
    static <E extends Enum<E>> E constant(String text, E[] constants, E otherwise) {
        for (E constant : constants) {
            if (constant.toString().equals(text)) {
                return constant;
            }
        }
        return otherwise;
    }

    private static <T> T read(String name, String text, String expected, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, expected);
        }
    }

    private static WebhookException invalid(String name, String expected) {
        return WebhookException.badRequest("The parameter \"" + name + "\" is not " + expected + ".");
    }
}
