package dev.parlance.security;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The text that Twilio signs: the URL, then each parameter's name and value, sorted by name in the order of their
 * characters' codes. A name that is repeated has its values sorted, and each of them once.
 */
final class TwilioText {
    private static final Comparator<Parameter> BY_NAME_AND_VALUE =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    /** Room for a URL and what a text message brings, so that the builder seldom grows. */
    private static final int USUAL_LENGTH = 1_024;

    private TwilioText() {}

    static byte[] of(String url, Parameters parameters) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH).append(url);
        Parameter last = null;
        for (Parameter parameter : sorted(parameters)) {
            if (!parameter.equals(last)) {
                text.append(parameter.name()).append(parameter.value());
            }
            last = parameter;
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Parameter[] sorted(Parameters parameters) {
        Parameter[] sorted = parameters.entries().toArray(Parameter[]::new);
        Arrays.sort(sorted, BY_NAME_AND_VALUE);
        return sorted;
    }
}
