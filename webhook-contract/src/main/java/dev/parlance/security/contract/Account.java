package dev.parlance.security.contract;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a handler sees of a request, as text that the handler returns and the contract compares. */
record Account(
        String method,
        String url,
        List<NameAndValue> query,
        List<NameAndValue> form,
        String bodyHash,
        boolean isRepeated) {
    static Account of(WebhookRequest request) {
        return new Account(
                request.method(),
                request.url(),
                pairs(request.queryParameters()),
                pairs(request.formParameters()),
                hash(request.body()),
                request.isRepeated());
    }

    private static List<NameAndValue> pairs(Parameters parameters) {
        return parameters.entries().stream()
                .map(each -> new NameAndValue(each.name(), each.value()))
                .toList();
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + " " + url + "\n");
        query.forEach(each -> text.append("query ").append(line(each)));
        form.forEach(each -> text.append("form ").append(line(each)));
        return text.append("body SHA-256 ")
                .append(bodyHash)
                .append("\nrepeated ")
                .append(isRepeated)
                .append('\n')
                .toString();
    }

    private static String line(NameAndValue parameter) {
        return quoted(parameter.name()) + " = " + quoted(parameter.value()) + "\n";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
