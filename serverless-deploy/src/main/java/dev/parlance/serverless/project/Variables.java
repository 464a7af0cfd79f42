package dev.parlance.serverless.project;

import dev.parlance.Problem;
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
 * Reads and checks the variables in the context of functions.
 *
 * <pre>{@code
 * DeployedEnvironment production = Serverless.on(account).service("greetings").environment("production");
 * production.setVariables(Variables.in(Path.of("production.env")));
 * }</pre>
 */
public final class Variables {
    /** Account credentials, which Twilio gives to functions itself, and the settings of the connection. */
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

    /** Reads a file in {@code .env} format. Leaves out empty values and the account's credentials. */
    public static Map<String, String> in(Path file) {
        Map<String, String> variables = new LinkedHashMap<>(EnvFile.entries(file));
        variables.keySet().removeAll(NEVER_DEPLOYED);
        variables.values().removeIf(String::isEmpty);
        return variables;
    }

    /**
     * Checks that Twilio accepts these variables.
     *
     * @throws ProjectException listing all problems
     */
    public static void check(Map<String, String> variables) {
        List<Problem> problems = problems(variables);
        if (!problems.isEmpty()) {
            throw new ProjectException("with these variables", problems);
        }
    }

    static List<Problem> problems(Map<String, String> variables) {
        List<Problem> problems = new ArrayList<>();
        variables.forEach((key, value) -> {
            if (!KEY.matcher(key).matches()) {
                problems.add(Problem.of("The variable name \"" + key
                        + "\" is invalid: use at most 128 letters, digits and underscores, and do not"
                        + " start with a digit"));
            }
            if (bytes(value) > LONGEST_VALUE) {
                problems.add(
                        Problem.of("The value of the variable " + key + " has more than " + LONGEST_VALUE + " bytes"));
            }
        });
        return problems;
    }

    static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
