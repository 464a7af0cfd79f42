package dev.parlance.serverless.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Build;
import dev.parlance.serverless.DeployedFile;
import dev.parlance.serverless.Environment;
import dev.parlance.serverless.Serverless;
import dev.parlance.serverless.Service;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists services, environments, builds or files. */
@Command(
        name = "list",
        description = "Lists the account's services, the service's environments or builds, or the environment's files.",
        mixinStandardHelpOptions = true)
final class ListCommand extends AccountCommand {
    /** What can be listed. */
    enum What {
        SERVICES,
        ENVIRONMENTS,
        BUILDS,
        FILES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private What what;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(TwilioAccount account) {
        List<ObjectNode> rows = switch (what) {
            case SERVICES ->
                Serverless.on(account).services().stream().map(ListCommand::row).toList();
            case ENVIRONMENTS ->
                target().service(account).environments().stream()
                        .map(ListCommand::row)
                        .toList();
            case BUILDS ->
                target().service(account).builds().stream()
                        .map(ListCommand::row)
                        .toList();
            case FILES ->
                target().environment(account).files().stream()
                        .map(ListCommand::row)
                        .toList();
        };
        print(rows);
        return 0;
    }

    private void print(List<ObjectNode> rows) {
        if (json) {
            ArrayNode all = JSON.createArrayNode();
            rows.forEach(all::add);
            terminal().out().println(all.toPrettyString());
        } else {
            rows.forEach(row -> terminal().out().println(line(row)));
        }
    }

    private static String line(ObjectNode row) {
        StringBuilder line = new StringBuilder();
        row.properties()
                .forEach(field -> line.append(line.length() == 0 ? "" : "  ")
                        .append(field.getValue().asText()));
        return line.toString();
    }

    private static ObjectNode row(Service service) {
        return JSON.createObjectNode().put("sid", service.sid()).put("name", service.name());
    }

    private static ObjectNode row(Environment environment) {
        return JSON.createObjectNode()
                .put("sid", environment.sid())
                .put("name", environment.shortName())
                .put("domain", environment.domain())
                .put("build", environment.build().orElse("no build"));
    }

    private static ObjectNode row(Build build) {
        return JSON.createObjectNode()
                .put("sid", build.sid())
                .put("created", build.created().toString())
                .put("status", build.status().toString().toLowerCase(Locale.ROOT))
                .put("files", build.files().size());
    }

    private static ObjectNode row(DeployedFile file) {
        return JSON.createObjectNode()
                .put("version", file.version())
                .put("visibility", file.visibility().toString())
                .put("kind", file.kind().toString())
                .put("path", file.path());
    }
}
