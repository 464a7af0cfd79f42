package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.WebhookSetting;
import dev.parlance.serverless.WebhookRoute;
import dev.parlance.serverless.WebhookRoutes;
import java.util.List;
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
    private WebhookOptions webhooks = new WebhookOptions();

    @Option(names = "--undo", description = "Restore the webhooks that the last wiring replaced.")
    private boolean undo;

    @Override
    int run(TwilioAccount account) {
        List<WebhookRoute> wanted = webhooks.routes();
        if (undo != wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Specify either --wire and --wire-calls, or --undo.");
        }
        WebhookRoutes routes = WebhookRoutes.of(account, target().folder().resolve(WebhookRoutes.FILE));
        if (undo) {
            routes.undo().forEach(again -> terminal().out().println("Again, " + again));
        } else {
            apply(account, routes, wanted).forEach(before -> terminal().out().println("Before, " + before));
            routes.current(wanted).forEach(now -> terminal().out().println("Now, " + now));
        }
        return 0;
    }

    private List<WebhookSetting> apply(TwilioAccount account, WebhookRoutes routes, List<WebhookRoute> wanted) {
        return wanted.stream().anyMatch(WebhookRoute::isPath)
                ? routes.apply(wanted, target().environment(account).environment())
                : routes.apply(wanted);
    }
}
