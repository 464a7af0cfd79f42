package dev.parlance.security.contract;

import java.net.URI;

/**
 * An adapter that the contract sends requests to.
 *
 * <pre>{@code
 * WebhookServer server = WebhookServer.start(0, router);
 * RunningAdapter adapter = new RunningAdapter(server.url().resolve("/app"), server);
 * }</pre>
 *
 * @param url the {@code http} URL that all requests of the contract are below
 * @param server stops the adapter when it is closed
 */
public record RunningAdapter(URI url, AutoCloseable server) {}
