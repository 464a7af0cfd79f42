package dev.parlance.serverless.command;

import dev.parlance.account.AccountException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code parlance-serverless} command.
 *
 * <pre>
 * java -jar parlance-serverless.jar plan
 * java -jar parlance-serverless.jar deploy --environment production --wire +15005550100:/survey
 * java -jar parlance-serverless.jar rollback --environment production
 * </pre>
 */
@Command(
        name = "parlance-serverless",
        description = "Deploys Twilio Functions and Assets and manages deployed services.",
        footer = {
            "",
            "Set the account with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and"
                    + " TWILIO_API_SECRET) in the environment, .env.local or .env. Outside the US, also set"
                    + " TWILIO_REGION and TWILIO_EDGE. Set a proxy with HTTPS_PROXY and NO_PROXY.",
            "Exit codes: 0 success, 1 failure, 2 invalid arguments, 3 changes found (plan --exit-code)."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ServerlessCommand.Version.class,
        subcommands = {
            PlanCommand.class,
            DeployCommand.class,
            RollbackCommand.class,
            PromoteCommand.class,
            ListCommand.class,
            LogsCommand.class,
            EnvCommand.class,
            DownloadCommand.class,
            RemoveCommand.class,
            WireCommand.class,
            GenerateCompletion.class
        })
public final class ServerlessCommand implements Runnable {
    static final int FAILED = 1;
    static final int CHANGES = 3;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private ServerlessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Proxy.use(System.getenv());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        boolean isTerminal = Ansi.AUTO.enabled() && System.getenv("CI") == null;
        System.exit(run(new Terminal(in, out, err, isTerminal), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        int code = new CommandLine(new ServerlessCommand(terminal))
                .setOut(terminal.styledOut())
                .setErr(terminal.styledErr())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    terminal.endProgress();
                    terminal.err().println(message(e));
                    return FAILED;
                })
                .execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** Adds Twilio's own message, which exceptions leave out because it can contain personal data. */
    private static String message(Exception failure) {
        Optional<String> twilioMessage =
                failure instanceof AccountException refusal ? refusal.twilioMessage() : Optional.empty();
        return failure.getMessage()
                + twilioMessage.map(text -> "\nTwilio says: " + text).orElse("");
    }

    Terminal terminal() {
        return terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand. Try plan or deploy.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ServerlessCommand.class.getPackage().getImplementationVersion();
            return new String[] {"parlance-serverless " + (version == null ? "(not packaged)" : version)};
        }
    }
}
