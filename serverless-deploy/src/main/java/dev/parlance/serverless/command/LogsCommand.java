package dev.parlance.serverless.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployedEnvironment;
import dev.parlance.serverless.LogLine;
import dev.parlance.serverless.LogQuery;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what functions wrote. */
@Command(
        name = "logs",
        description = "Shows what the functions of an environment wrote, the oldest line first.",
        mixinStandardHelpOptions = true)
final class LogsCommand extends AccountCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "How many lines; ${DEFAULT-VALUE}.")
    private int last = 50;

    @Option(names = "--function", paramLabel = "PATH", description = "The lines of one function alone, by its path.")
    private @Nullable String function;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with lines as they are written, until the command is ended.")
    private boolean follow;

    @Option(names = "--json", description = "Print an object of JSON for each line.")
    private boolean json;

    @Override
    int run(TwilioAccount account) {
        DeployedEnvironment environment = target().environment(account);
        LogQuery query = LogQuery.last(last);
        if (function != null) {
            query = query.of(function);
        }
        PrintWriter out = terminal().out();
        if (follow) {
            environment.followLogs(query, line -> print(line, out), () -> !out.checkError());
        } else {
            environment.logs(query).forEach(line -> print(line, out));
        }
        return 0;
    }

    private void print(LogLine line, PrintWriter out) {
        if (json) {
            out.println(JSON.createObjectNode()
                    .put("sid", line.sid())
                    .put("time", line.time().toString())
                    .put("level", line.level())
                    .put("function", line.function())
                    .put("message", line.message()));
        } else {
            out.println(line);
        }
    }
}
