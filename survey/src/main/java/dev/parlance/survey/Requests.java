package dev.parlance.survey;

import dev.parlance.settings.Secret;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.RequestTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the requests of a survey can reach. Thread-safe.
 *
 * <pre>{@code
 * Requests requests = Requests.allowing(HttpClient.newHttpClient(), "api.example.org")
 *         .withSecret("stockKey", Secret.of(System.getenv("STOCK_KEY")));
 * Surveys surveys = Surveys.builder(survey).requests(requests).build();
 * }</pre>
 *
 * <p>Redirects are not followed, replies are read up to 64 KB, and private addresses are refused.
 */
public final class Requests {
    private static final int HTTPS = 443;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static final Requests NONE = new Requests(Optional.empty(), Set.of(), Map.of(), false);

    private final Optional<HttpClient> client;
    private final Set<String> hosts;
    private final Map<String, Secret> secrets;
    private final boolean allowsPrivate;

    private Requests(
            Optional<HttpClient> client, Set<String> hosts, Map<String, Secret> secrets, boolean allowsPrivate) {
        this.client = client;
        this.hosts = Set.copyOf(hosts);
        this.secrets = Map.copyOf(secrets);
        this.allowsPrivate = allowsPrivate;
    }

    /**
     * Allows requests to these hosts only. The client is not closed.
     *
     * @param hosts names such as {@code api.example.org}, at the usual port, or with another one: {@code api.example.org:8443}. On this
     *     machine, a name without a port allows all
     * @throws IllegalArgumentException if the client follows redirects, which could lead to another host
     */
    public static Requests allowing(HttpClient client, String... hosts) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The client follows redirects, which could lead to other hosts: build it with Redirect.NEVER");
        }
        Set<String> allowed =
                Stream.of(hosts).map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return new Requests(Optional.of(client), allowed, Map.of(), false);
    }

    /**
     * Adds a secret that a survey can name. It is sent as {@code Authorization: Bearer}.
     *
     * @throws IllegalArgumentException if the secret has characters that a header can't have, such as a line break
     */
    public Requests withSecret(String name, Secret secret) {
        if (!secret.reveal().chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new IllegalArgumentException(
                    "The secret \"" + name + "\" has spaces, line breaks or other characters that a header can't have");
        }
        Map<String, Secret> more = new HashMap<>(secrets);
        more.put(name, secret);
        return new Requests(client, hosts, more, allowsPrivate);
    }

    /** Allows hosts with an address inside your network or on this machine, such as {@code localhost}. */
    public Requests withPrivateAddresses() {
        return new Requests(client, hosts, secrets, true);
    }

    /** What a survey needs and does not have. */
    List<String> problems(Survey survey, Set<String> functions) {
        List<String> problems = new ArrayList<>();
        for (Question question : survey.questions()) {
            if (question instanceof Request request) {
                problem(request.target(), functions)
                        .ifPresent(what -> problems.add("\"" + question.id() + "\" " + what));
            }
        }
        return problems;
    }

    private Optional<String> problem(RequestTarget target, Set<String> functions) {
        if (target instanceof RequestTarget.Function function) {
            return functions.contains(function.name())
                    ? Optional.empty()
                    : Optional.of(
                            "calls the function \"" + function.name() + "\"; add it with function(name, function)");
        }
        RequestTarget.Http http = (RequestTarget.Http) target;
        URI url = URI.create(http.template().replaceAll("\\{\\w+}", "x"));
        if (!isAllowed(url)) {
            return Optional.of("sends a request to " + entry(url) + "; allow it with requests(Requests.allowing(…))");
        }
        return http.secret()
                .filter(name -> !secrets.containsKey(name))
                .map(name -> "uses the secret \"" + name + "\"; add it with withSecret(name, secret)");
    }

    private boolean isAllowed(URI url) {
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return hosts.contains(entry(url)) || hosts.contains(host + ":" + url.getPort());
    }

    /** What allows a URL. */
    private static String entry(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean isUsualPort = url.getPort() < 0 || url.getPort() == HTTPS || THIS_MACHINE.contains(host);
        return isUsualPort ? host : host + ":" + url.getPort();
    }

    /** Makes a request, within this time. */
    RequestAttempt send(RequestTarget.Http request, String key, Duration timeout) {
        URI url = URI.create(request.template());
        Optional<Secret> secret = request.secret().map(secrets::get);
        boolean lacksSecret = request.secret().isPresent() && secret.isEmpty();
        if (client.isEmpty() || lacksSecret || !isAllowed(url)) {
            throw new RequestFailure("This application does not allow it", false);
        }
        if (!allowsPrivate) {
            PublicAddresses.check(url.getHost());
        }
        return new HttpRequestSender(client.get()).send(request, url, key, secret, timeout);
    }
}
