package dev.parlance.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** Adapters with a mistake don't pass. */
class WrongAdaptersTest {
    @Test
    void without_a_check_forgeries_are_accepted() throws Exception {
        assertThat(failuresOf(ContractSetup::handler, List.of()))
                .contains("no signature", "the token of a stranger", "a changed value", "JSON that was changed");
    }

    @Test
    void an_adapter_that_decodes_the_url_fails() throws Exception {
        assertThat(failuresOf(
                        setup -> changed(
                                setup,
                                request -> request.withUrl(
                                        request.url().replace("%20", " ").replace("%2A", "*"))),
                        List.of()))
                .contains("a path with escapes", "a query with escapes")
                .doesNotContain("a form", "no signature");
    }

    @Test
    void an_adapter_that_loses_the_body_fails() throws Exception {
        assertThat(failuresOf(
                        setup -> changed(
                                setup, request -> request.withBody("application/x-www-form-urlencoded", new byte[0])),
                        List.of()))
                .contains("a form", "a form in chunks", "JSON with its hash")
                .doesNotContain("GET", "an empty form");
    }

    @Test
    void an_adapter_that_changes_the_response_fails() throws Exception {
        assertThat(failuresOf(
                        setup -> request -> WebhookResponse.text(setup.signedWebhooks()
                                .handler(setup.handler())
                                .respond(request)
                                .bodyText()),
                        List.of()))
                .contains("TwiML arrives as written", "an empty response arrives", "no signature");
    }

    @Test
    void a_difference_must_be_true_and_name_a_request() throws Exception {
        List<Difference> differences =
                List.of(new Difference("a form", 400, "untrue"), new Difference("no such request", 400, "unknown"));

        assertThat(failuresOf(setup -> setup.signedWebhooks().handler(setup.handler()), differences))
                .containsOnly("a form", "each difference belongs to a request");
    }

    private static WebhookHandler changed(ContractSetup setup, Function<WebhookRequest, WebhookRequest> mistake) {
        WebhookHandler right = setup.signedWebhooks().handler(setup.handler());
        return request -> right.handle(mistake.apply(request));
    }

    /** The names of the tests that fail. */
    private static List<String> failuresOf(
            Function<ContractSetup, WebhookHandler> adapter, List<Difference> differences) throws Exception {
        SignedRequestsContract contract = new SignedRequestsContract() {
            @Override
            protected RunningAdapter start(ContractSetup setup) {
                WebhookServer server = WebhookServer.start(0, adapter.apply(setup));
                return new RunningAdapter(server.url(), server);
            }

            @Override
            protected List<Difference> differences() {
                return differences;
            }
        };
        List<String> failures = new ArrayList<>();
        try {
            contract.requests().forEach(node -> addFailures(node, failures));
        } finally {
            contract.stopAdapters();
        }
        return failures;
    }

    private static void addFailures(DynamicNode node, List<String> failures) {
        if (node instanceof DynamicContainer group) {
            group.getChildren().forEach(child -> addFailures(child, failures));
        } else if (fails((DynamicTest) node)) {
            failures.add(node.getDisplayName());
        }
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (Throwable e) {
            return true;
        }
    }
}
