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
        description = "Deploys Twilio Functions and Assets, and looks after what runs.",
        footer = {
            "",
            "The account comes from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and"
                    + " TWILIO_API_SECRET) in the environment, in .env.local or in .env, outside the US also"
                    + " TWILIO_REGION and TWILIO_EDGE;"
                    + " a proxy from HTTPS_PROXY and NO_PROXY.",
            "Exit codes: 0 done, 1 failed, 2 not understood, 3 there are changes (plan --exit-code)."
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
                    terminal.err().println(told(e));
                    return FAILED;
                })
                .execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** Whoever typed the command may read what Twilio says; elsewhere its words are kept out of messages. */
    private static String told(Exception failure) {
        Optional<String> said =
                failure instanceof AccountException refusal ? refusal.twilioMessage() : Optional.empty();
        return failure.getMessage()
                + said.map(words -> "\nTwilio says: " + words).orElse("");
    }

    Terminal terminal() {
        return terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, such as plan or deploy.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ServerlessCommand.class.getPackage().getImplementationVersion();
            return new String[] {"parlance-serverless " + (version == null ? "(not packaged)" : version)};
        }
    }
}
