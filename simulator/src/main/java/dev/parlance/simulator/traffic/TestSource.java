package dev.parlance.simulator.traffic;

import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The source of a JUnit test that does what happened. A person's text and call become a phone's; any other request is sent as it
 * was, signed for the test's account.
 */
final class TestSource {
    private static final List<String> ALWAYS = List.of(
            "dev.parlance.fake.twilio.FakeTwilio", "dev.parlance.testkit.ForEachTest", "org.junit.jupiter.api.Test");

    private TestSource() {}

    static String of(Entry entry, Exchange exchange, TrafficLog log) {
        if (PhoneSteps.isText(exchange)) {
            return inClass(PhoneSteps.text(exchange, ApiReplies.to(entry, log)), "a_text_is_answered", List.of());
        }
        if (PhoneSteps.isIncomingCall(exchange)) {
            List<Exchange> soFar = log.naming(entry.subject().call()).stream()
                    .filter(each -> each.kind() == Kind.WEBHOOK && each.number() <= entry.number())
                    .flatMap(each -> each.exchange().stream())
                    .filter(each -> each.repeats() == 0 || each.equals(exchange))
                    .toList();
            return inClass(PhoneSteps.call(soFar), "a_call_is_answered", List.of());
        }
        return inClass(RequestSteps.of(exchange), name(exchange), RequestSteps.imports(exchange));
    }

    private static String name(Exchange exchange) {
        String place = (exchange.request().method() + exchange.request().path()).toLowerCase(Locale.ROOT);
        int status = exchange.reply().map(reply -> reply.status()).orElse(0);
        return place.replaceAll("\\b(ac|sm|mm|ca|re|cf)[0-9a-f]{32}\\b", "$1").replaceAll("[^a-z0-9]+", "_")
                + (exchange.signing().filter(it -> it != Signing.VALID).isPresent() ? "_with_a_bad_signature" : "")
                + (status == 0 ? "_is_sent" : "_is_answered_with_" + status);
    }

    private static String inClass(List<String> steps, String name, List<String> moreImports) {
        TreeSet<String> imports = new TreeSet<>(ALWAYS);
        imports.addAll(moreImports);
        StringBuilder source = new StringBuilder(lines(imports, true));
        source.append(source.length() > 0 ? "\n" : "")
                .append(lines(imports, false))
                .append('\n')
                .append(
                        "/** Copied from the simulator. The application must run, and know the account SID and auth token of the fake. */\n")
                .append("class CopiedFromSimulatorTest {\n")
                .append("    @ForEachTest\n    static final FakeTwilio twilio = FakeTwilio.create();\n\n")
                .append("    @Test\n    void ")
                .append(name)
                .append(moreImports.isEmpty() ? "() {\n" : "() throws Exception {\n");
        for (String step : steps) {
            source.append(step.isEmpty() ? "" : "        " + step.replace("\n", "\n        "))
                    .append('\n');
        }
        return source.append("    }\n}\n").toString();
    }

    private static String lines(Set<String> imports, boolean areStatic) {
        return imports.stream()
                .filter(each -> each.startsWith("static ") == areStatic)
                .map(each -> "import " + each + ";\n")
                .collect(Collectors.joining());
    }

    /** A Java string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return literal.append('"').toString();
    }
}
