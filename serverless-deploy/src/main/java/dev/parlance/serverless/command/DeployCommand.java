package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Deployment;
import dev.parlance.serverless.Plan;
import dev.parlance.serverless.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Deploys. */
@Command(
        name = "deploy",
        description = "Deploys the project: uploads what changed, builds, waits, runs the build, prints its URLs.",
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Wishes wishes = new Wishes();

    @Mixin
    private WireOptions wiring = new WireOptions();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Terminal terminal = parent.terminal();
        try (TwilioAccount account = target.account()) {
            Plan plan = wishes.deployer(target, account, terminal).plan();
            terminal.endProgress();
            terminal.err().print(plan);
            terminal.err().flush();
            Deployment done = apply(plan, terminal);
            terminal.out().print(json ? done.json() + "\n" : done);
            if (!wiring.isEmpty()) {
                List<Wire> wires = wiring.wires(Optional.of(done.environment()));
                WireOptions.point(wires, account, target.folder(), json ? terminal.err() : terminal.out());
            }
            return 0;
        }
    }

    private static Deployment apply(Plan plan, Terminal terminal) {
        try {
            return plan.apply();
        } finally {
            terminal.endProgress();
        }
    }
}
