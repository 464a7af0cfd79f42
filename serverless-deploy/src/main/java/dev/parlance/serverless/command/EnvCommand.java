package dev.parlance.serverless.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployException;
import dev.parlance.serverless.project.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads and changes the variables of an environment. */
@Command(
        name = "env",
        description = "Reads and changes the variables of an environment. Functions see changes from their next run.",
        mixinStandardHelpOptions = true)
final class EnvCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: list, get, set, unset or import.");
    }

    @Command(name = "list", description = "Lists the variables with masked values.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Target target,
            @Option(names = "--show-values", description = "Show the values, which may be secrets.") boolean show,
            @Option(names = "--json", description = "Print a JSON object.") boolean json) {
        try (TwilioAccount account = target.account()) {
            Map<String, String> variables = target.environment(account).variables();
            if (!show) {
                variables.replaceAll((key, value) -> "••••");
            }
            PrintWriter out = parent.terminal().out();
            if (json) {
                ObjectNode object = JSON.createObjectNode();
                variables.forEach(object::put);
                out.println(object.toPrettyString());
            } else {
                variables.forEach((key, value) -> out.println(key + "=" + value));
            }
            return 0;
        }
    }

    @Command(name = "get", description = "Prints the value of a variable.", mixinStandardHelpOptions = true)
    int get(@Mixin Target target, @Parameters(paramLabel = "KEY") String key) {
        try (TwilioAccount account = target.account()) {
            String value = target.environment(account).variables().get(key);
            if (value == null) {
                throw new DeployException("There is no variable " + key + " in " + target.environmentName());
            }
            parent.terminal().out().println(value);
            return 0;
        }
    }

    @Command(
            name = "set",
            description =
                    "Sets variables. For a KEY without a value, reads it from the input, so it stays out of your shell history.",
            mixinStandardHelpOptions = true)
    int set(@Mixin Target target, @Parameters(arity = "1..*", paramLabel = "KEY[=VALUE]") List<String> assignments)
            throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                values.put(assignment, parent.terminal().askSecret(assignment + ":"));
            } else {
                values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        }
        return set(target, values);
    }

    @Command(
            name = "import",
            description = "Sets the variables of a file in .env format; leaves the others unchanged.",
            mixinStandardHelpOptions = true)
    int importFile(@Mixin Target target, @Parameters(paramLabel = "FILE") Path file) {
        return set(target, Variables.in(file));
    }

    private int set(Target target, Map<String, String> values) {
        try (TwilioAccount account = target.account()) {
            target.environment(account).setVariables(values);
            values.keySet().forEach(key -> parent.terminal().out().println("Set " + key));
            return 0;
        }
    }

    @Command(name = "unset", description = "Removes variables.", mixinStandardHelpOptions = true)
    int unset(@Mixin Target target, @Parameters(arity = "1..*", paramLabel = "KEY") List<String> keys) {
        try (TwilioAccount account = target.account()) {
            Set<String> unset = target.environment(account).unsetVariables(Set.copyOf(keys));
            for (String key : keys) {
                parent.terminal().out().println(unset.contains(key) ? "Unset " + key : "There was no " + key);
            }
            return 0;
        }
    }
}
