package dev.parlance.fake.twilio;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parlance.fake.twilio.ClientArguments.Arguments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks with one of Twilio's clients over all of its resources, prints the failures that are no known differences, and writes
 * the client's row in docs/CLIENTS.md. Start it with {@code fake-twilio/clients/run}.
 *
 * <p>Clients for Node run as programs of their own. They get the fake's proxy and certificate in the environment, and the
 * arguments of their calls from a small server here.
 */
final class ClientWalks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClientArguments arguments = new ClientArguments();
    private Optional<ClientReport> report = Optional.empty();

    private ClientWalks() {}

    /**
     * Walks with one client.
     *
     * @param words {@code java}, or the name of a script in {@code fake-twilio/clients} and its arguments
     */
    public static void main(String[] words) throws Exception {
        ClientReport report = words[0].equals("java") ? SdkWalk.run() : new ClientWalks().run(List.of(words));
        report.failures().forEach(System.out::println);
        System.out.println(report.row());
        ClientsPage.write(report);
        System.exit(report.failures().isEmpty() ? 0 : 1);
    }

    private ClientReport run(List<String> words) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        try {
            int status = process(words, server.getAddress().getPort()).waitFor();
            return report.orElseThrow(() -> new IllegalStateException(words + " ended with " + status));
        } finally {
            server.stop(0);
            arguments.close();
        }
    }

    private Process process(List<String> words, int port) throws IOException {
        FakeTwilio twilio = arguments.twilio();
        Path certificate = Files.createTempFile("clients", ".pem");
        certificate.toFile().deleteOnExit();
        Files.writeString(certificate, twilio.certificatePem());
        String arguments = String.join(" ", words.subList(1, words.size()));
        ProcessBuilder builder = new ProcessBuilder("node", "clients/" + words.get(0) + ".js", arguments).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "CLIENTS_URL", "http://localhost:" + port,
                        "HTTP_PROXY", twilio.proxyUrl().toString(),
                        "NODE_EXTRA_CA_CERTS", certificate.toString(),
                        "TWILIO_ACCOUNT_SID", twilio.accountSid(),
                        "TWILIO_AUTH_TOKEN", twilio.authToken().reveal()));
        return builder.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        int status = 200;
        byte[] answer;
        try {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            answer = JSON.writeValueAsBytes(answer(exchange.getRequestURI().getPath(), request));
        } catch (RuntimeException e) {
            status = 500;
            answer = e.toString().getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Object answer(String path, JsonNode request) {
        return switch (path) {
            case "/reset" -> {
                arguments.reset();
                yield Map.of();
            }
            case "/arguments" -> arguments(request);
            case "/report" -> {
                report = Optional.of(reportIn(request));
                yield Map.of();
            }
            default -> throw new IllegalArgumentException(path);
        };
    }

    private Map<String, Object> arguments(JsonNode request) {
        Map<String, String> parameters = JSON.convertValue(request.path("parameters"), new TypeReference<>() {});
        ClientRequest given = new ClientRequest(
                request.path("method").asText(), URI.create(request.path("url").asText()), parameters);
        Arguments found = arguments.of(given);
        return Map.of(
                "operation", given.name(),
                "values", found.values(),
                "more", found.more(),
                "body", found.body(),
                "authToken", arguments.twilio().authToken().reveal());
    }

    private static ClientReport reportIn(JsonNode request) {
        ClientReport report = new ClientReport(
                request.path("client").asText(), request.path("version").asText());
        report.addResources(request.path("resources").asInt());
        report.addCalls(request.path("calls").asInt());
        report.requests(request.path("requests").asInt());
        for (JsonNode failure : request.path("failures")) {
            report.failed(
                    failure.path("call").asText(),
                    failure.path("operation").asText(),
                    failure.path("message").asText());
        }
        return report;
    }
}
