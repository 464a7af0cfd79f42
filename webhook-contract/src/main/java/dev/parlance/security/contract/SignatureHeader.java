package dev.parlance.security.contract;

import java.util.List;
import java.util.function.Function;

/**
 * The signature headers of a request.
 *
 * @param tokens the tokens that sign, one for each header
 * @param length the length that the signatures are cut to
 */
record SignatureHeader(List<SigningToken> tokens, int length) {
    private static final int WHOLE = 28;

    /** The headers with this name in the file of requests. */
    static SignatureHeader named(String name) {
        return switch (name) {
            case "current" -> by(SigningToken.CURRENT);
            case "previous" -> by(SigningToken.PREVIOUS);
            case "stranger" -> by(SigningToken.STRANGER);
            case "doubled" -> by(SigningToken.CURRENT, SigningToken.STRANGER);
            case "missing" -> by();
            case "empty" -> new SignatureHeader(List.of(SigningToken.CURRENT), 0);
            case "short" -> new SignatureHeader(List.of(SigningToken.CURRENT), WHOLE - 1);
            default -> throw new IllegalArgumentException("There is no signature named \"" + name + "\"");
        };
    }

    private static SignatureHeader by(SigningToken... tokens) {
        return new SignatureHeader(List.of(tokens), WHOLE);
    }

    /** The lines of the request, with the signature of each token. */
    List<String> lines(Function<SigningToken, String> signature) {
        return tokens.stream()
                .map(token -> "X-Twilio-Signature: " + signature.apply(token).substring(0, length))
                .toList();
    }
}
