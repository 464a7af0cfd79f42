package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Environment;
import dev.parlance.serverless.Wires;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Points numbers at URLs without a deployment, and back. */
@Command(
        name = "wire",
        description =
                "Points numbers, messaging services and TwiML applications at paths of what runs, or at the URLs of any"
                        + " other host, and back again.",
        mixinStandardHelpOptions = true)
final class WireCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Target target = new Target();

    @Mixin
    private WireOptions wiring = new WireOptions();

    @Option(names = "--undo", description = "Point those that were wired last at what they asked before.")
    private boolean undo;

    @Override
    public Integer call() {
        if (undo == !wiring.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say --wire, --wire-calls or --undo.");
        }
        try (TwilioAccount account = target.account()) {
            if (undo) {
                Wires.of(account, target.folder().resolve(Wires.FILE))
                        .undo()
                        .forEach(wired -> parent.terminal().out().println("Again, " + wired));
            } else {
                WireOptions.point(
                        wiring.wires(wiring.needsDeployment() ? deployed(account) : Optional.empty()),
                        account,
                        target.folder(),
                        parent.terminal().out());
            }
            return 0;
        }
    }

    private Optional<Environment> deployed(TwilioAccount account) {
        return Optional.of(target.environment(account).environment());
    }
}
