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

/** Shows the logs of functions. */
@Command(
        name = "logs",
        description = "Shows the logs of an environment's functions, oldest line first.",
        mixinStandardHelpOptions = true)
final class LogsCommand extends AccountCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "The number of lines. Default: ${DEFAULT-VALUE}.")
    private int last = 50;

    @Option(names = "--function", paramLabel = "PATH", description = "Show only the function with this path.")
    private @Nullable String function;

    @Option(
            names = {"-f", "--follow"},
            description = "Keep showing new lines until you stop the command.")
    private boolean follow;

    @Option(names = "--json", description = "Print one JSON object per line.")
    private boolean json;

    @Override
    int run(TwilioAccount account) {
        DeployedEnvironment environment = target().environment(account);
        LogQuery query = LogQuery.last(last);
        if (function != null) {
            query = query.withFunction(function);
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
                    .put("level", line.level().toString())
                    .put("function", line.function())
                    .put("message", line.message()));
        } else {
            out.println(line);
        }
    }
}
