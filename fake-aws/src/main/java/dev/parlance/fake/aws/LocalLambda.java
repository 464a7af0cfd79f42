package dev.parlance.fake.aws;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Runs one instance of a Lambda function in a separate process, under AWS's runtime client. Add {@code
 * com.amazonaws:aws-lambda-java-runtime-interface-client} to the class path of your tests. Linux only, as is the client.
 *
 * <pre>{@code
 * try (LocalLambda echo = LocalLambda.of("com.example.Echo").environment("GREETING", "Hello").start()) {
 *     String answer = echo.invoke("{}");
 * }
 * }</pre>
 *
 * <p>As in Lambda, an instance handles one event at a time; others wait.
 */
public final class LocalLambda implements AutoCloseable {
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> LAMBDA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djava.net.preferIPv4Stack=true",
            "-Xmx384m");
    private static final String API = "/2018-06-01/runtime/";
    private static final Invocation END = new Invocation("", "", new CompletableFuture<>());

    private final Duration timeout;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<String> failedStart = new CompletableFuture<>();
    private final WebhookServer api;
    private final JavaProcess process;
    private final CompletableFuture<Void> end;

    private record Invocation(String id, String event, CompletableFuture<Outcome> outcome) {}

    private record Outcome(boolean isAnswer, String body) {}

    private LocalLambda(Builder settings) {
        this.timeout = settings.timeout;
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.api = WebhookServer.start(any, 8 << 20, this::answer);
        Map<String, String> environment = new HashMap<>(settings.environment);
        environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.port());
        environment.putIfAbsent("AWS_REGION", "us-east-1");
        environment.putIfAbsent("AWS_ACCESS_KEY_ID", "local");
        environment.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
        environment.putIfAbsent("AWS_LAMBDA_FUNCTION_NAME", settings.handler);
        environment.putIfAbsent("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.putIfAbsent("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        List<String> options = new ArrayList<>(LAMBDA_OPTIONS);
        options.add(NativeRuntime.option());
        options.addAll(settings.options);
        this.process = JavaProcess.start(
                options,
                classPath(settings.classPath),
                List.of(RUNTIME, settings.handler),
                environment,
                settings.output);
        this.end = process.end().thenRun(this::fail);
    }

    private static String classPath(List<String> entries) {
        String here = JavaProcess.ownClassPath();
        if (entries.isEmpty()) {
            return here;
        }
        List<String> all = new ArrayList<>(entries);
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(here)
                .filter(entry -> entry.contains("aws-lambda-java-"))
                .forEach(all::add);
        return String.join(File.pathSeparator, all);
    }

    /** Configures a function by its handler: a class, or a method like {@code com.example.Echo::handleRequest}. */
    public static Builder of(String handler) {
        return new Builder(handler);
    }

    /** The configuration of a function. */
    public static final class Builder {
        private final String handler;
        private final Map<String, String> environment = new HashMap<>();
        private List<String> options = List.of();
        private List<String> classPath = List.of();
        private Duration timeout = Duration.ofSeconds(30);
        private Consumer<String> output = line -> {};

        private Builder(String handler) {
            this.handler = handler;
        }

        /** Sets an environment variable. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Sets environment variables. */
        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /** Adds options for {@code java} to those that Lambda uses. */
        public Builder options(String... newOptions) {
            this.options = List.of(newOptions);
            return this;
        }

        /**
         * Sets the class path; {@code lib/*} stands for all jars of a folder. The runtime client is added. Default: the class
         * path of the current process.
         */
        public Builder classPath(String... entries) {
            this.classPath = List.of(entries);
            return this;
        }

        /** The time limit for an event. Default: 30 seconds. */
        public Builder timeout(Duration newTimeout) {
            this.timeout = newTimeout;
            return this;
        }

        /** Sets a listener for the lines that the function logs. */
        public Builder output(Consumer<String> listener) {
            this.output = listener;
            return this;
        }

        /** Starts the function. */
        public LocalLambda start() {
            return new LocalLambda(this);
        }
    }

    /** A function answered with an error, or did not answer. */
    public static final class FunctionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private FunctionException(String message) {
            super(message);
        }
    }

    /**
     * Sends an event to the function and returns its answer.
     *
     * @throws FunctionException if the function answers with an error (its JSON is the message), ends, or exceeds the time limit
     */
    public String invoke(String event) {
        Invocation invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        running.put(invocation.id(), invocation);
        waiting.add(invocation);
        if (!process.isAlive()) {
            fail();
        }
        try {
            Outcome outcome = invocation.outcome().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (outcome.isAnswer()) {
                return outcome.body();
            }
            throw new FunctionException(outcome.body());
        } catch (ExecutionException e) {
            throw new IllegalStateException("An outcome is never an exception", e);
        } catch (TimeoutException e) {
            throw new FunctionException(failure("took longer than " + timeout.toSeconds() + " seconds"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FunctionException("Interrupted while waiting for the function");
        } finally {
            running.remove(invocation.id());
        }
    }

    private String failure(String what) {
        return "The function " + what + ". Its last output:\n" + failedStart.getNow("") + process.lastOutput();
    }

    /** Whether the function still runs and accepts events. */
    public boolean isAlive() {
        return process.isAlive();
    }

    private void fail() {
        for (Invocation invocation : List.copyOf(running.values())) {
            invocation.outcome().complete(new Outcome(false, failure("has ended")));
        }
    }

    private WebhookResponse answer(WebhookRequest request) {
        String path = request.path();
        if (path.equals(API + "invocation/next")) {
            return next();
        }
        if (path.startsWith(API + "invocation/")) {
            String[] parts = path.substring((API + "invocation/").length()).split("/", 2);
            complete(parts[0], parts[1], request.bodyText());
        } else if (path.equals(API + "init/error")) {
            failedStart.complete(request.bodyText() + "\n");
        }
        return WebhookResponse.json("{}").withStatus(path.endsWith("/next") ? 200 : 202);
    }

    private WebhookResponse next() {
        try {
            Invocation invocation = waiting.take();
            return WebhookResponse.bytes("application/json", invocation.event().getBytes(StandardCharsets.UTF_8))
                    .withHeader("Lambda-Runtime-Aws-Request-Id", invocation.id())
                    .withHeader(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:us-east-1:000000000000:function:local")
                    .withHeader(
                            "Lambda-Runtime-Deadline-Ms",
                            Long.toString(System.currentTimeMillis() + timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WebhookResponse.noContent().withStatus(500);
        }
    }

    private void complete(String id, String outcome, String body) {
        Invocation invocation = running.get(id);
        if (invocation == null) {
            return; // the caller has stopped waiting
        }
        invocation.outcome().complete(new Outcome(outcome.equals("response"), body));
    }

    /** Stops the function. */
    @Override
    public void close() {
        process.close();
        waiting.add(END);
        api.close();
        end.join();
    }
}
