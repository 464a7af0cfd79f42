package dev.parlance.security.contract;

/**
 * A request that an adapter can't answer as the contract expects, for a reason outside the adapter. The contract then expects
 * this status instead, and fails if the adapter answers otherwise.
 *
 * <pre>{@code
 * new Difference("an escaped slash in the path", 400, "Tomcat refuses %2F in paths");
 * }</pre>
 *
 * @param request the name of the request
 * @param status the status of the adapter's response
 * @param reason why the adapter differs
 */
public record Difference(String request, int status, String reason) {}
