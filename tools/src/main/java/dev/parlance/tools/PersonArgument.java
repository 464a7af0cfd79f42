package dev.parlance.tools;

import dev.parlance.Address;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The person that a command is for. */
final class PersonArgument {
    private static final Pattern NUMBER = Pattern.compile("(?:whatsapp:)?\\+[1-9]\\d{6,14}");

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NUMBER", description = "The person's phone number, such as +15005550006.")
    private String number = "";

    /** The address. Its {@code toString} is masked, for output. */
    Address address() {
        if (!NUMBER.matcher(number).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "The number must start with its country code, such as +15005550006.");
        }
        return Address.of(number);
    }
}
