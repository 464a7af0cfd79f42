package dev.parlance.security.contract;

import java.net.URI;

/**
 * An adapter that the contract sends requests to.
 *
 * <pre>{@code
 * new RunningAdapter(URI.create("http://localhost:" + port + "/app/contract"), server::stop);
 * }</pre>
 *
 * @param url the {@code http} URL that all requests of the contract are below
 * @param server stops the adapter when it is closed
 */
public record RunningAdapter(URI url, AutoCloseable server) {}
