package dev.parlance.security.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The signed requests that every adapter from a server to a {@link dev.parlance.webhook.WebhookHandler} must answer correctly.
 * Extend this class:
 *
 * <pre>{@code
 * class MyAdapterTest extends SignedRequestsContract {
 *     @Override protected RunningAdapter start(ContractSetup setup) {
 *         WebhookServer server = WebhookServer.start(0, setup.signedWebhooks().handler(setup.handler()));
 *         return new RunningAdapter(server.url(), server);
 *     }
 * }
 * }</pre>
 *
 * <p>The adapter is started once for each setup, and gets all requests of that setup over a socket. Each request is a test.
 */
public abstract class SignedRequestsContract {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** Called by subclasses. */
    protected SignedRequestsContract() {}

    /** Starts the adapter. It must serve all paths below its URL. It is stopped after the last request. */
    protected abstract RunningAdapter start(ContractSetup setup) throws Exception;

    /**
     * The setups that are tested. Default: {@link ContractSetup#BEHIND_PROXY} and {@link ContractSetup#PUBLIC_URL}. Override it to
     * add {@link ContractSetup#FORM_READ_BEFORE}, or to use one class for each setup.
     */
    protected List<ContractSetup> setups() {
        return List.of(ContractSetup.BEHIND_PROXY, ContractSetup.PUBLIC_URL);
    }

    /** The requests that this adapter can't answer as the contract expects. Default: none. */
    protected List<Difference> differences() {
        return List.of();
    }

    /** The tests: a group for each setup. */
    @TestFactory
    public final List<DynamicNode> requests() throws Exception {
        List<ContractRequest> requests = RequestFile.read();
        List<DynamicNode> groups = new ArrayList<>();
        groups.add(dynamicTest("each difference belongs to a request", () -> checkDifferences(requests)));
        for (ContractSetup setup : setups()) {
            RunningAdapter adapter = start(setup);
            running.push(adapter.server());
            groups.add(dynamicContainer(
                    setup.label(),
                    requests.stream()
                            .filter(request -> request.setups().contains(setup))
                            .map(request -> dynamicTest(request.name(), () -> check(request, setup, adapter)))));
        }
        return groups;
    }

    /** Stops the adapters. */
    @AfterEach
    public final void stopAdapters() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private void checkDifferences(List<ContractRequest> requests) {
        Set<String> names = requests.stream().map(ContractRequest::name).collect(Collectors.toSet());
        List<String> unknown = differences().stream()
                .map(Difference::request)
                .filter(name -> !names.contains(name))
                .toList();
        assertEquals(List.of(), unknown, "Differences for requests that the contract does not have");
    }

    private void check(ContractRequest request, ContractSetup setup, RunningAdapter adapter) throws IOException {
        String path = adapter.url().getRawPath();
        List<String> signatures = request.signatureLines(setup, path);
        ReceivedResponse response = HttpExchange.send(adapter.url(), request.sent(), signatures);
        if (request.expected().isRepeated()) {
            response = HttpExchange.send(adapter.url(), request.sent(), signatures);
        }
        int status = status(request);
        String answer = request.expected().answer();
        if (!answer.isEmpty()) {
            checkAnswer(request.name(), ContractHandler.expected(answer), response);
        } else if (status == 200) {
            String expected = "200\n" + request.account(setup, path);
            assertEquals(expected, response.status() + "\n" + response.body(), request.name());
        } else {
            assertEquals(status, response.status(), request.name() + "; " + response.body());
        }
    }

    private int status(ContractRequest request) {
        return differences().stream()
                .filter(difference -> difference.request().equals(request.name()))
                .map(Difference::status)
                .findFirst()
                .orElse(request.expected().status());
    }

    private static void checkAnswer(String name, WebhookResponse expected, ReceivedResponse response) {
        String type = expected.contentType().replace(" ", "");
        String retryAfter = expected.headers().first("Retry-After").orElse("");
        assertAll(
                name,
                () -> assertEquals(expected.status(), response.status()),
                () -> assertEquals(expected.bodyText(), response.body()),
                () -> assertEquals(type, response.header("Content-Type")),
                () -> assertEquals(retryAfter, response.header("Retry-After")));
    }
}
