package dev.parlance.tools;

import dev.parlance.Address;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The person whom a command is about. */
final class PersonArgument {
    private static final Pattern NUMBER = Pattern.compile("(?:whatsapp:)?\\+[1-9]\\d{6,14}");

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NUMBER", description = "The person's number, such as +15005550006.")
    private String number = "";

    /** The address in clear; its {@code toString} is masked, fit for the output. */
    Address address() {
        if (!NUMBER.matcher(number).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "The number must have its country code, such as +15005550006.");
        }
        return Address.of(number);
    }
}
