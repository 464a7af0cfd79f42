package dev.parlance.security.contract;

import java.util.List;
import java.util.Set;

/**
 * A request of the contract.
 *
 * @param name the name of its test
 * @param setups the setups that it is sent in
 * @param sent the request as the adapter receives it
 * @param signed the request as Twilio signed it
 * @param expected how the adapter must answer
 */
record ContractRequest(String name, Set<ContractSetup> setups, Sent sent, Signed signed, Expected expected) {
    /**
     * The request as the adapter receives it.
     *
     * @param target path and query below the adapter's path
     * @param headers lines without those for the length and the signature
     * @param escapedBody the body as in the file
     */
    record Sent(
            String method, String target, String host, List<String> headers, String escapedBody, boolean isChunked) {
        byte[] body() {
            return Escapes.bytes(escapedBody);
        }
    }

    /**
     * The request as Twilio signed it.
     *
     * @param origin scheme and authority; empty for those of the setup
     * @param target path and query below the adapter's path
     * @param form the decoded parameters of the form
     */
    record Signed(String origin, String target, List<NameAndValue> form, SignatureHeader header) {
        String url(ContractRequest request, ContractSetup setup, String path) {
            return (origin.isEmpty() ? setup.origin(request.sent().host()) : origin) + path + target;
        }
    }

    /**
     * How the adapter must answer.
     *
     * @param status the status
     * @param origin the origin of the URL that the handler sees; empty for that of the setup
     * @param query the decoded parameters of the query that the handler sees
     * @param answer the name of the handler's response; empty for an account of the request
     * @param isRepeated whether the request is sent twice and the handler learns that it is a repeat
     */
    record Expected(int status, String origin, List<NameAndValue> query, String answer, boolean isRepeated) {}

    /** The account that the handler must give of this request. */
    Account account(ContractSetup setup, String path) {
        String origin = expected.origin().isEmpty() ? setup.origin(sent.host()) : expected.origin();
        return new Account(
                sent.method(),
                origin + path + sent.target(),
                expected.query(),
                signed.form(),
                Account.hash(sent.body()),
                expected.isRepeated());
    }

    /** The lines with the signature of this request; none if it has no signature. */
    List<String> signatureLines(ContractSetup setup, String path) {
        String url = signed.url(this, setup, path);
        return signed.header().lines(token -> TwilioRule.signature(url, signed.form(), token.secret()));
    }
}
