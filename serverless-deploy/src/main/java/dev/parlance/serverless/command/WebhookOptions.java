package dev.parlance.serverless.command;

import dev.parlance.account.WebhookType;
import dev.parlance.serverless.WebhookRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for webhooks. */
final class WebhookOptions {
    @Option(
            names = "--wire",
            paramLabel = "TARGET:PLACE",
            description =
                    "Send texts to a number (+1…), messaging service (MG…) or TwiML application (AP…) to this path or"
                            + " URL. Repeatable.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--wire-calls",
            paramLabel = "TARGET:PLACE",
            description = "Send calls to a number, or by a TwiML application, to this path or URL. Repeatable.")
    private List<String> calls = new ArrayList<>();

    List<WebhookRoute> routes() {
        return Stream.concat(
                        texts.stream().map(text -> WebhookRoute.parse(text, WebhookType.TEXTS)),
                        calls.stream().map(text -> WebhookRoute.parse(text, WebhookType.CALLS)))
                .toList();
    }
}
