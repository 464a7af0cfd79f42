package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Environment;
import dev.parlance.serverless.Wire;
import dev.parlance.serverless.Wires;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Points numbers at URLs without a deployment, and back. */
@Command(
        name = "wire",
        description =
                "Points numbers, messaging services and TwiML applications at paths of what runs, or at the URLs of any"
                        + " other host, and back again.",
        mixinStandardHelpOptions = true)
final class WireCommand extends AccountCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private WireOptions wiring = new WireOptions();

    @Option(names = "--undo", description = "Point those that were wired last at what they asked before.")
    private boolean undo;

    @Override
    int run(TwilioAccount account) {
        List<Wire> wanted = wiring.wires();
        if (undo != wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say --wire, --wire-calls or --undo.");
        }
        Wires wires = Wires.of(account, target().folder().resolve(Wires.FILE));
        if (undo) {
            wires.undo().forEach(again -> terminal().out().println("Again, " + again));
        } else {
            Optional<Environment> deployed = wanted.stream().anyMatch(Wire::isPath)
                    ? Optional.of(target().environment(account).environment())
                    : Optional.empty();
            wires.point(wanted, deployed).forEach(before -> terminal().out().println("Before, " + before));
            wires.look(wanted).forEach(now -> terminal().out().println("Now, " + now));
        }
        return 0;
    }
}
