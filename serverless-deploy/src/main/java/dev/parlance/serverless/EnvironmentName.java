package dev.parlance.serverless;

import java.util.regex.Pattern;

/** Checks the name of an environment. */
final class EnvironmentName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?");

    private EnvironmentName() {}

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DeployException(
                    "\"" + name + "\" is not a valid environment name. It becomes part of a domain: use 1 to 16"
                            + " lowercase letters, digits and dashes");
        }
        return name;
    }
}
