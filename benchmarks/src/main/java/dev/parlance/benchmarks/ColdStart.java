package dev.parlance.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parlance.fake.aws.FakeAws;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the time from the start of a process to the first signed response of the echo, through Lambda's Runtime API: in
 * Java, without and with archives from an earlier run, and in Node with Twilio's library. Started by
 * {@code benchmarks/cold-start}.
 */
public final class ColdStart implements AutoCloseable {
    private static final int RUNS = Integer.getInteger("runs", 15);
    private static final String TOKEN = "1".repeat(32);
    private static final String URL = "https://abc.lambda-url.us-east-1.on.aws/sms";
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> LAMBDA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-Xmx384m",
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                    + System.getProperty("native"));

    private final FakeAws aws = FakeAws.start();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer runtime;
    private final Path work;
    private final String library;
    private final String example;
    private final Path node;
    private volatile boolean eventSent;

    /** A variant to run the echo. */
    private record Variant(String name, List<String> command, String expected) {}

    private ColdStart(String library, String example, Path node) throws IOException {
        this.library = library;
        this.example = example;
        this.node = node;
        this.work = Files.createTempDirectory("cold-start");
        this.runtime = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        runtime.setExecutor(threads);
        runtime.createContext("/", this::answer);
        runtime.start();
        aws.secret("token", TOKEN);
    }

    /** Arguments: the class paths of the library and of the example, and the folder with the functions for Node. */
    public static void main(String[] arguments) throws Exception {
        try (ColdStart coldStart = new ColdStart(arguments[0], arguments[1], Path.of(arguments[2]))) {
            coldStart.run();
        }
    }

    private void run() throws Exception {
        List<Variant> variants = new ArrayList<>();
        variants.addAll(java("token in the environment", library, EchoWithToken.class.getName()));
        variants.add(node("token in the environment, message class only", "message.js"));
        variants.add(node("token in the environment, whole library", "library.js"));
        variants.addAll(java("token in Secrets Manager", example, "dev.parlance.examples.echo.EchoFunction"));
        variants.add(node("token in Secrets Manager, message class only", "secret.js"));
        long[][] times = new long[variants.size()][RUNS];
        for (int run = -1; run < RUNS; run++) { // the first run does not count
            for (int variant = 0; variant < variants.size(); variant++) {
                long time = time(variants.get(variant));
                if (run >= 0) {
                    times[variant][run] = time;
                }
            }
        }
        System.out.printf(
                "Milliseconds from the start of the process to the first signed response, in %d runs:%n", RUNS);
        System.out.printf("%-70s %8s %8s %8s%n", "", "median", "least", "most");
        for (int variant = 0; variant < variants.size(); variant++) {
            long[] sorted = times[variant].clone();
            Arrays.sort(sorted);
            System.out.printf(
                    "%-70s %8d %8d %8d%n", variants.get(variant).name(), sorted[RUNS / 2], sorted[0], sorted[RUNS - 1]);
        }
    }

    private List<Variant> java(String what, String classPath, String handler) throws Exception {
        List<Variant> variants = new ArrayList<>();
        for (Path home : homes()) {
            String java = home.resolve("bin/java").toString();
            int version = Runtime.Version.parse(release(home)).feature();
            String name = "Java " + version + ", " + what;
            Path archive = work.resolve(version + handler + ".jsa");
            variants.add(variant(name + ", plain", java, List.of("-Xshare:auto"), classPath, handler));
            Variant archived = variant(
                    name + ", class data sharing",
                    java,
                    List.of("-XX:SharedArchiveFile=" + archive),
                    classPath,
                    handler);
            train(variant(name, java, List.of("-XX:ArchiveClassesAtExit=" + archive), classPath, handler));
            variants.add(archived);
            if (version >= 25) {
                Path cache = work.resolve(version + handler + ".aot");
                train(variant(name, java, List.of("-XX:AOTCacheOutput=" + cache), classPath, handler));
                variants.add(variant(name + ", AOT cache", java, List.of("-XX:AOTCache=" + cache), classPath, handler));
            }
        }
        return variants;
    }

    private static Variant variant(String name, String java, List<String> options, String classPath, String handler) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(LAMBDA_OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, RUNTIME, handler));
        return new Variant(name, command, "echo: hola");
    }

    private Variant node(String what, String script) {
        return new Variant("Node, " + what, List.of("node", node.resolve(script).toString()), "echo: hola");
    }

    private static List<Path> homes() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> !Files.isSymbolicLink(home))
                    .filter(home -> Files.exists(home.resolve("release")) && Files.exists(home.resolve("bin/java")))
                    .sorted()
                    .toList();
        }
    }

    private static String release(Path home) throws IOException {
        return Files.readAllLines(home.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("JAVA_VERSION=|\"", ""))
                .findFirst()
                .orElseThrow();
    }

    private Process start(Variant variant) throws IOException {
        eventSent = false;
        answers.clear();
        ProcessBuilder builder = new ProcessBuilder(variant.command())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output").toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                                "127.0.0.1:" + runtime.getAddress().getPort(),
                        "AWS_LAMBDA_FUNCTION_NAME", "echo",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER", aws.url().toString(),
                        "TWILIO_AUTH_TOKEN", TOKEN,
                        "TWILIO_AUTH_TOKEN_SECRET", "token"));
        return builder.start();
    }

    private long time(Variant variant) throws Exception {
        long start = System.nanoTime();
        Process process = start(variant);
        String answer = answers.poll(30, TimeUnit.SECONDS);
        long time = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        process.destroyForcibly().waitFor();
        check(variant, answer == null ? "" : answer);
        return time;
    }

    /** Runs once and stops normally, so that Java writes its archive for later runs. */
    private void train(Variant variant) throws Exception {
        Process process = start(variant);
        String answer = answers.poll(60, TimeUnit.SECONDS);
        check(variant, answer == null ? "" : answer);
        process.destroy();
        process.waitFor();
    }

    private void check(Variant variant, String answer) throws IOException {
        if (!answer.contains(variant.expected())) {
            throw new IllegalStateException(
                    variant + " answered \"" + answer + "\"\n" + Files.readString(work.resolve("output")));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (!path.endsWith("/next")) {
            answers.add(new String(body, StandardCharsets.UTF_8));
            send(exchange, 202, new byte[0]);
        } else if (!eventSent) {
            eventSent = true;
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "1");
            exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", "arn");
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
            send(exchange, 200, EVENT);
        } // a second request waits until its process is ended
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static final byte[] EVENT = event();

    private static byte[] event() {
        WebhookRequest request = TwilioSignature.of(Secret.of(TOKEN))
                .sign(WebhookRequest.post(URL)
                        .withForm("MessageSid", "SM1", "From", "+15005550006", "To", "+15005550100", "Body", "hola"));
        String headers = request.headers().asMap().entrySet().stream()
                .map(header -> "\"" + header.getKey().toLowerCase(Locale.ROOT) + "\":\""
                        + header.getValue().get(0) + "\"")
                .collect(Collectors.joining(","));
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"/sms","rawQueryString":"","headers":{%s},
                "requestContext":{"domainName":"abc.lambda-url.us-east-1.on.aws","http":{"method":"POST","sourceIp":"203.0.113.7"}},
                "body":"%s","isBase64Encoded":true}""".formatted(headers, Base64.getEncoder().encodeToString(request.body()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        runtime.stop(0);
        threads.shutdownNow();
        aws.close();
    }
}
