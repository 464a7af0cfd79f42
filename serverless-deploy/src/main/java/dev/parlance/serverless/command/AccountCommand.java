package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Deployment;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** A command that uses the project's Twilio account. */
abstract class AccountCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Mixin
    private Target target = new Target();

    /** Runs the command and returns its exit code. */
    abstract int run(TwilioAccount account) throws IOException;

    @Override
    public final Integer call() throws IOException {
        try (TwilioAccount account = target.account()) {
            return run(account);
        }
    }

    Target target() {
        return target;
    }

    Terminal terminal() {
        return parent.terminal();
    }

    void print(Deployment done, boolean json) {
        terminal().out().print(json ? done.json() + "\n" : done);
    }
}
