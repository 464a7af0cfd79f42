package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Environment;
import dev.parlance.serverless.WebhookRoute;
import dev.parlance.serverless.WebhookRoutes;
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
        List<WebhookRoute> wanted = wiring.wires();
        if (undo != wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Specify either --wire and --wire-calls, or --undo.");
        }
        WebhookRoutes routes = WebhookRoutes.of(account, target().folder().resolve(WebhookRoutes.FILE));
        if (undo) {
            routes.undo().forEach(again -> terminal().out().println("Again, " + again));
        } else {
            Optional<Environment> deployed = wanted.stream().anyMatch(WebhookRoute::isPath)
                    ? Optional.of(target().environment(account).environment())
                    : Optional.empty();
            routes.apply(wanted, deployed).forEach(before -> terminal().out().println("Before, " + before));
            routes.current(wanted).forEach(now -> terminal().out().println("Now, " + now));
        }
        return 0;
    }
}
