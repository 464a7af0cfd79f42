package dev.parlance.serverless.project;

import dev.parlance.settings.EnvFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What functions find in their context, by name.
 *
 * <pre>{@code
 * environment.setVariables(Variables.in(Path.of("production.env")));
 * }</pre>
 */
public final class Variables {
    /** The account's own, which Twilio gives to a function itself, and what leads to it. */
    private static final Set<String> NEVER_DEPLOYED = Set.of(
            "TWILIO_BASE_URL",
            "ACCOUNT_SID",
            "AUTH_TOKEN",
            "TWILIO_ACCOUNT_SID",
            "TWILIO_AUTH_TOKEN",
            "TWILIO_API_KEY",
            "TWILIO_API_SECRET");

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final int LONGEST_VALUE = 450;

    private Variables() {}

    /** Those of a file in the format of {@code .env}, without the account's own and those that are empty. */
    public static Map<String, String> in(Path file) {
        Map<String, String> variables = new LinkedHashMap<>(EnvFile.entries(file));
        variables.keySet().removeAll(NEVER_DEPLOYED);
        variables.values().removeIf(String::isEmpty);
        return variables;
    }

    /**
     * Checks that Twilio takes them.
     *
     * @throws ProjectException with all that is wrong
     */
    public static void check(Map<String, String> variables) {
        List<String> faults = faults(variables);
        if (!faults.isEmpty()) {
            throw new ProjectException("with these variables", faults);
        }
    }

    static List<String> faults(Map<String, String> variables) {
        List<String> faults = new ArrayList<>();
        variables.forEach((key, value) -> {
            if (!KEY.matcher(key).matches()) {
                faults.add("The variable \"" + key + "\" needs a name of at most 128 letters, digits and underscores");
            }
            if (bytes(value) > LONGEST_VALUE) {
                faults.add("The variable " + key + " has a value of more than " + LONGEST_VALUE + " bytes");
            }
        });
        return faults;
    }

    static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
