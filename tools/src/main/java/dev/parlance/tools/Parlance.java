package dev.parlance.tools;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code parlance} command.
 *
 * <pre>
 * java -jar parlance.jar check survey
 * java -jar parlance.jar try survey --language es-MX
 * java -jar parlance.jar edit survey
 * java -jar parlance.jar replies survey replies.tsv
 * java -jar parlance.jar missed survey --store survey.db --out missed.tsv
 * java -jar parlance.jar prompts export survey --to xliff
 * java -jar parlance.jar content apply survey
 * java -jar parlance.jar simulate --app http://localhost:8080
 * java -jar parlance.jar recording diff buying-a-number.json
 * java -jar parlance.jar upload survey s3://surveys
 * java -jar parlance.jar forget +15005550006 --store survey.db
 * java -jar parlance.jar restart +15005550006 --survey survey --store survey.db
 * </pre>
 */
@Command(
        name = "parlance",
        description = "Tools for surveys and Twilio applications on your machine.",
        mixinStandardHelpOptions = true,
        versionProvider = Parlance.Version.class)
public final class Parlance implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Parlance() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(in, out, err, arguments));
    }

    /** Returns 0 for success, 1 for a problem, and 2 for a malformed command line. */
    static int run(BufferedReader in, PrintWriter out, PrintWriter err, String... arguments) {
        int code = new CommandLine(new Parlance())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new TryCommand(in))
                .addSubcommand(new EditCommand())
                .addSubcommand(new RepliesCommand())
                .addSubcommand(new MissedCommand())
                .addSubcommand(new PromptsCommand())
                .addSubcommand(new ContentCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new RecordingCommand())
                .addSubcommand(new UploadCommand())
                .addSubcommand(new ForgetCommand())
                .addSubcommand(new RestartCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(e.getMessage());
                    return 1;
                })
                .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Choose a command: check, try, edit, replies, missed, prompts, content, simulate, recording, upload, forget or restart.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Parlance.class.getPackage().getImplementationVersion();
            return new String[] {"parlance " + (version == null ? "(not packaged)" : version)};
        }
    }
}
