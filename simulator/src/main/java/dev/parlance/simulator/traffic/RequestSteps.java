package dev.parlance.simulator.traffic;

import static dev.parlance.simulator.traffic.TestSource.literal;

import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a test that sends a request as it was. */
final class RequestSteps {
    private RequestSteps() {}

    static List<String> imports(Exchange exchange) {
        List<String> imports = new ArrayList<>(List.of(
                "static org.assertj.core.api.Assertions.assertThat",
                "dev.parlance.webhook.WebhookRequest",
                "java.net.URI",
                "java.net.http.HttpClient",
                "java.net.http.HttpRequest",
                "java.net.http.HttpRequest.BodyPublishers",
                "java.net.http.HttpResponse",
                "java.net.http.HttpResponse.BodyHandlers"));
        if (isSigned(exchange)) {
            imports.add("dev.parlance.security.TwilioSignature");
        }
        if (isForged(exchange)) {
            imports.add("dev.parlance.settings.Secret");
        }
        if (isApi(exchange)) {
            imports.add("java.util.Base64");
        }
        if (isApi(exchange) || hasText(exchange.request())) {
            imports.add("java.nio.charset.StandardCharsets");
        }
        if (!List.of("GET", "POST").contains(exchange.request().method())) {
            imports.add("dev.parlance.webhook.Headers");
        }
        return imports;
    }

    static List<String> of(Exchange exchange) {
        List<String> steps = new ArrayList<>();
        if (isSigned(exchange)) {
            String token = isForged(exchange) ? "Secret.of(\"not the token of this account\")" : "twilio.authToken()";
            steps.add("WebhookRequest request = TwilioSignature.of(" + token + ")");
            steps.add("        .sign(" + request(exchange) + ");");
        } else {
            steps.add("WebhookRequest request = " + request(exchange) + ";");
        }
        if (isApi(exchange)) {
            steps.add("String login = twilio.accountSid() + \":\" + twilio.authToken().reveal();");
        }
        steps.add("");
        steps.add("HttpResponse<String> response = HttpClient.newHttpClient()");
        steps.add("        .send(");
        steps.add("                HttpRequest.newBuilder(URI.create(request.url()))");
        headers(exchange).forEach(header -> steps.add("                        .header(" + header + ")"));
        steps.add("                        .method(request.method(), BodyPublishers.ofByteArray(request.body()))");
        steps.add("                        .build(),");
        steps.add("                BodyHandlers.ofString());");
        steps.add("");
        int status = exchange.reply()
                .map(reply -> reply.status())
                .filter(it -> it > 0)
                .orElse(200);
        steps.add("assertThat(response.statusCode()).isEqualTo(" + status + ");");
        return steps;
    }

    private static List<String> headers(Exchange exchange) {
        List<String> headers = new ArrayList<>();
        if (isApi(exchange)) {
            headers.add("\"Authorization\", \"Basic \" + Base64.getEncoder()"
                    + ".encodeToString(login.getBytes(StandardCharsets.UTF_8))");
        }
        if (exchange.request().bodyLength() > 0) {
            headers.add("\"Content-Type\", request.header(\"Content-Type\").orElseThrow()");
        }
        if (isSigned(exchange)) {
            headers.add("\"X-Twilio-Signature\", request.header(\"X-Twilio-Signature\").orElseThrow()");
        }
        return headers;
    }

    /** An expression that creates the request. */
    private static String request(Exchange exchange) {
        WebhookRequest request = exchange.request();
        String url = isApi(exchange) ? fakeUrl(request.url()) : literal(withoutHash(request));
        String create = switch (request.method()) {
            case "GET" -> "WebhookRequest.get(" + url + ")";
            case "POST" -> "WebhookRequest.post(" + url + ")";
            default -> "WebhookRequest.of(" + literal(request.method()) + ", " + url + ", Headers.none(), new byte[0])";
        };
        if (hasText(request)) {
            String type = literal(request.header("Content-Type").orElse("application/octet-stream"));
            return create + "\n                .withBody(" + type + ", " + literal(request.bodyText())
                    + ".getBytes(StandardCharsets.UTF_8))";
        }
        return request.bodyLength() == 0
                ? create
                : create
                        + request.formParameters().entries().stream()
                                .map(each -> "\n                        " + literal(each.name()) + ", "
                                        + value(each, exchange))
                                .collect(Collectors.joining(",", "\n                .withForm(", ")"));
    }

    /** The test has its own account. */
    private static String value(Parameter parameter, Exchange exchange) {
        return parameter.name().equals("AccountSid") && !isApi(exchange)
                ? "twilio.accountSid()"
                : literal(parameter.value());
    }

    private static String fakeUrl(String url) {
        return Arrays.stream(url.substring("https://".length()).split("\\bAC[0-9a-f]{32}\\b", -1))
                .map(TestSource::literal)
                .collect(Collectors.joining(" + twilio.accountSid() + ", "twilio.url() + \"/\" + ", ""));
    }

    /** Signing appends the body's hash. */
    private static String withoutHash(WebhookRequest request) {
        int hash = hasText(request) ? request.url().lastIndexOf("bodySHA256=") : -1;
        return hash < 0 ? request.url() : request.url().substring(0, hash - 1);
    }

    private static boolean hasText(WebhookRequest request) {
        return request.bodyLength() > 0 && !request.hasForm();
    }

    private static boolean isApi(Exchange exchange) {
        return exchange.signing().isEmpty();
    }

    private static boolean isSigned(Exchange exchange) {
        return exchange.signing().filter(signing -> signing != Signing.NONE).isPresent();
    }

    private static boolean isForged(Exchange exchange) {
        return exchange.signing().filter(Signing.FORGED::equals).isPresent();
    }
}
