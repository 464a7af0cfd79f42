package dev.parlance.fake.twilio;

import java.util.ArrayList;
import java.util.List;

/** What a walk of a client over its resources found. */
final class ClientReport {
    private final String client;
    private final String version;
    private final List<Failure> failures = new ArrayList<>();
    private int resources;
    private int calls;
    private int requests;

    /**
     * A call that failed.
     *
     * @param call the client's name of it, such as {@code api.v2010.account.Message create}
     * @param operation the method and the URL, with variables; empty if there was no request
     */
    record Failure(String call, String operation, String message) {
        @Override
        public String toString() {
            return call + " (" + operation + "): " + message;
        }
    }

    ClientReport(String client, String version) {
        this.client = client;
        this.version = version;
    }

    void addResources(int number) {
        resources += number;
    }

    void addCalls(int number) {
        calls += number;
    }

    void failed(String call, String operation, String message) {
        failures.add(new Failure(call, operation, message));
    }

    void requests(int number) {
        requests = number;
    }

    /** The failures that are no known differences. */
    List<Failure> failures() {
        return failures.stream()
                .filter(failure -> !KnownDifferences.has(failure))
                .toList();
    }

    /** The start of the row, which no other client has. */
    String name() {
        return "| %s | %s |".formatted(client, version);
    }

    /** The row in the table of docs/CLIENTS.md. */
    String row() {
        int unknown = failures().size();
        String counted = requests > 0 ? Integer.toString(requests) : "not counted";
        return "%s %d | %d | %s | %d | %d |"
                .formatted(name(), resources, calls, counted, failures.size() - unknown, unknown);
    }
}
