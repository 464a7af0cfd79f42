package dev.parlance.serverless.command;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies the proxy of the environment variables, which Java does not read by itself. */
final class Proxy {
    private Proxy() {}

    /** Sets the proxy system properties of Java's HTTP clients, unless they are already set. */
    static void use(Map<String, String> environment) {
        Stream.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .ifPresent(value -> set(value, environment));
    }

    private static void set(String value, Map<String, String> environment) {
        URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
        if (proxy.getHost() == null || System.getProperty("https.proxyHost") != null) {
            return;
        }
        System.setProperty("https.proxyHost", proxy.getHost());
        System.setProperty("https.proxyPort", String.valueOf(proxy.getPort() < 0 ? 80 : proxy.getPort()));
        String direct = environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
        if (!direct.isBlank()) {
            System.setProperty("http.nonProxyHosts", hosts(direct));
        }
    }

    /** Converts {@code .example.com,localhost} to Java's format: {@code *.example.com|localhost}. */
    private static String hosts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> host.startsWith(".") ? "*" + host : host)
                .collect(Collectors.joining("|"));
    }
}
