package dev.parlance.serverless;

import java.util.regex.Pattern;

/** The rule for what an environment may be called. */
final class EnvironmentName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?");

    private EnvironmentName() {}

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DeployException(
                    "\"" + name + "\" is no name for an environment: it becomes part of a domain, and has"
                            + " 1 to 16 small letters, digits and dashes");
        }
        return name;
    }
}
