package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a deployment would change. */
@Command(
        name = "plan",
        description = "Compares the project with the running build and shows what a deployment would change.",
        mixinStandardHelpOptions = true)
final class PlanCommand extends AccountCommand {
    @Mixin
    private DeployOptions options = new DeployOptions();

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Option(names = "--exit-code", description = "Exit with 3 if there are changes.")
    private boolean exitCode;

    @Override
    int run(TwilioAccount account) {
        Terminal terminal = terminal();
        Plan plan = options.deployer(target(), account, terminal).plan();
        terminal.endProgress();
        terminal.out().print(json ? plan.json() + "\n" : plan);
        return exitCode && !plan.isEmpty() ? ServerlessCommand.CHANGES : 0;
    }
}
