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

/** Sets webhooks without a deployment, and restores them. */
@Command(
        name = "wire",
        description =
                "Points numbers, messaging services and TwiML applications at deployed paths or at URLs of any other"
                        + " host, and restores their previous webhooks.",
        mixinStandardHelpOptions = true)
final class WireCommand extends AccountCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private WireOptions wiring = new WireOptions();

    @Option(names = "--undo", description = "Restore the webhooks that the last wiring replaced.")
    private boolean undo;

    @Override
    int run(TwilioAccount account) {
        List<Wire> wanted = wiring.wires();
        if (undo != wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Specify either --wire and --wire-calls, or --undo.");
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
