package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.aws.AwsCall;
import dev.parlance.fake.aws.FakeAws;
import dev.parlance.fake.aws.LocalAws;
import dev.parlance.fake.aws.LocalLambda;
import dev.parlance.fake.aws.PublishedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a SAM template on this machine, without Docker. Each function runs in its own process under AWS's runtime client, API
 * routes are on localhost, tables and buckets in DynamoDB Local and S3Proxy, and secrets, parameters and events in {@link FakeAws}.
 *
 * <pre>{@code
 * try (LocalDeployment local = LocalDeployment.of(SamTemplate.read(Path.of("template.yaml")))
 *         .environment("TWILIO_BASE_URL", twilio.url().toString())
 *         .start()) {
 *     local.aws().parameter("/survey/TWILIO_AUTH_TOKEN", twilio.authToken());
 *     twilio.number("+15005550100").onText(local.output("TwilioMessagingWebhook"));
 *     ana.texts("hola").receives("¿Cómo fue?");
 * }
 * }</pre>
 *
 * <p>The classes of a function come from {@code target/classes} and {@code target/lib} under its {@code CodeUri}. Each function uses
 * its name as its access key, so {@link #calls} shows which permissions it needs.
 */
public final class LocalDeployment implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LocalDeployment.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SamTemplate template;
    private final Map<String, Set<String>> calls = new ConcurrentHashMap<>();
    private final Map<String, RestApi> apis = new LinkedHashMap<>();
    private final Map<String, FunctionPool> functions = new LinkedHashMap<>();
    private final DelayedTasks tasks = new DelayedTasks();
    private final LocalQueues queues;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final FakeAws aws;
    private final @Nullable LocalAws dynamoDb;
    private final @Nullable LocalAws s3;

    /** The configuration of a deployment. */
    public static final class Builder {
        private final SamTemplate template;
        private final Map<String, String> environment = new HashMap<>();
        private Consumer<String> output = line -> {};
        private int port;

        private Builder(SamTemplate template) {
            this.template = template;
        }

        /** Sets an environment variable for all functions, in addition to those of the template. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Sets a listener for the functions' log lines. Each line starts with the function's name. */
        public Builder output(Consumer<String> listener) {
            this.output = listener;
            return this;
        }

        /** The port of the template's first API. Default: a free port. */
        public Builder port(int newPort) {
            this.port = newPort;
            return this;
        }

        /** Starts the deployment. Each function starts with its first event. */
        public LocalDeployment start() {
            return new LocalDeployment(this);
        }
    }

    private LocalDeployment(Builder settings) {
        this.template = settings.template;
        this.queues = new LocalQueues(template, tasks, this::invokeLogged);
        try {
            this.aws = opened(FakeAws.start(this::record));
            Map<String, JsonNode> tables = template.resources("AWS::DynamoDB::Table");
            this.dynamoDb = tables.isEmpty() ? null : opened(LocalAws.startDynamoDb(this::record));
            Map<String, JsonNode> buckets = template.resources("AWS::S3::Bucket");
            this.s3 = buckets.isEmpty() ? null : opened(LocalAws.startS3(this::record));
            Map<String, String> endpoints = endpoints();
            LocalResources resources = new LocalResources(endpoints);
            tables.forEach(resources::table);
            buckets.forEach((name, bucket) ->
                    resources.bucket(bucket.path("BucketName").asText(name.toLowerCase(Locale.ROOT))));
            template.resources("AWS::Serverless::Api")
                    .forEach((name, api) -> apis.put(
                            name,
                            opened(new RestApi(
                                    api.path("StageName").asText("Prod"), apis.isEmpty() ? settings.port : 0))));
            template.resources("AWS::SSM::Parameter")
                    .values()
                    .forEach(parameter -> aws.parameter(
                            parameter.path("Name").asText(),
                            toLocal(parameter.path("Value").asText())));
            for (SamFunction function : template.functions()) {
                deploy(function, settings, endpoints);
            }
            aws.onEvent(this::route);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Configures the deployment of a template. */
    public static Builder of(SamTemplate template) {
        return new Builder(template);
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void record(AwsCall call) {
        calls.computeIfAbsent(call.accessKey(), any -> ConcurrentHashMap.newKeySet())
                .add(call.action());
    }

    private Map<String, String> endpoints() {
        Map<String, String> endpoints = new HashMap<>();
        for (String service : Set.of("SECRETS_MANAGER", "SSM", "EVENTBRIDGE")) {
            endpoints.put("AWS_ENDPOINT_URL_" + service, aws.url().toString());
        }
        if (dynamoDb != null) {
            endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.url().toString());
        }
        if (s3 != null) {
            endpoints.put("AWS_ENDPOINT_URL_S3", s3.url().toString());
        }
        return endpoints;
    }

    private void deploy(SamFunction function, Builder settings, Map<String, String> endpoints) {
        Path target =
                template.folder().resolve(function.codeUri()).resolve("target").normalize();
        FunctionPool pool = opened(new FunctionPool(LocalLambda.of(function.handlerClass())
                .classPath(target.resolve("classes").toString(), target.resolve("lib") + "/*")
                .timeout(function.timeout())
                .environment(function.environment())
                .environment(endpoints)
                .environment(settings.environment)
                .environment("AWS_ACCESS_KEY_ID", function.name())
                .output(line -> settings.output.accept(function.name() + "  " + line))));
        functions.put(function.name(), pool);
        for (JsonNode event : function.events("Api")) {
            RestApi api = apis.get(event.path("RestApiId").asText());
            if (api == null) {
                throw new IllegalArgumentException(
                        "The RestApiId of an event of " + function + " is not an API of the template");
            }
            api.route(event.path("Method").asText(), event.path("Path").asText(), pool::invoke);
        }
    }

    /** Sends an event of the bus to the functions and queues whose rules match it. As in EventBridge, this is asynchronous. */
    private void route(PublishedEvent event) {
        String json = event.toInvocation(UUID.randomUUID().toString(), Instant.now());
        for (SamFunction function : template.functions()) {
            for (JsonNode rule : function.events("EventBridgeRule")) {
                if (isFor(rule, event) && EventPattern.matches(rule.path("Pattern"), parsed(json))) {
                    tasks.run(() -> invokeLogged(function.name(), json));
                }
            }
        }
        for (JsonNode rule : template.resources("AWS::Events::Rule").values()) {
            if (isFor(rule, event) && EventPattern.matches(rule.path("EventPattern"), parsed(json))) {
                rule.path("Targets")
                        .forEach(target -> queues.put(target.path("Arn").asText(), json));
            }
        }
    }

    private static boolean isFor(JsonNode rule, PublishedEvent event) {
        return rule.path("EventBusName").asText("default").equals(event.bus());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void invokeLogged(String function, String event) {
        try {
            invoke(function, event);
        } catch (LocalLambda.FunctionException e) {
            LOG.log(Level.ERROR, function + " failed to handle an event: " + e.getMessage());
        }
    }

    /** Sends an event to a function and returns its answer. */
    public String invoke(String function, String event) {
        FunctionPool pool = functions.get(function);
        if (pool == null) {
            throw new IllegalArgumentException(
                    template + " has no function " + function + ". It has " + functions.keySet());
        }
        return pool.invoke(event);
    }

    /** Waits until all events of the bus are handled. Delivers delayed messages of queues now. */
    public void settle() {
        tasks.settle();
    }

    /** An output of the template. URLs of its APIs point to this machine. */
    public String output(String name) {
        String value = template.outputs().get(name);
        if (value == null) {
            throw new IllegalArgumentException(template + " has no output " + name + ". It has "
                    + template.outputs().keySet());
        }
        return toLocal(value);
    }

    private String toLocal(String text) {
        String local = text;
        for (Map.Entry<String, RestApi> api : apis.entrySet()) {
            String remote = "https://" + api.getKey() + ".execute-api.us-east-1.amazonaws.com";
            String url = api.getValue().url().resolve("/").toString();
            local = local.replace(remote, url.substring(0, url.length() - 1));
        }
        return local;
    }

    /** The secrets, parameters and event bus. */
    public FakeAws aws() {
        return aws;
    }

    /** The endpoint of the tables, for your client or for {@code aws --endpoint-url … dynamodb scan}. */
    public URI dynamoDb() {
        if (dynamoDb == null) {
            throw new IllegalStateException(template + " has no table");
        }
        return dynamoDb.url();
    }

    /** The endpoint of the buckets, for your client or for {@code aws --endpoint-url … s3 ls}. */
    public URI s3() {
        if (s3 == null) {
            throw new IllegalStateException(template + " has no bucket");
        }
        return s3.url();
    }

    /** The AWS actions that a function has called, named as in IAM policies: {@code dynamodb:GetItem}. */
    public Set<String> calls(String function) {
        return new TreeSet<>(calls.getOrDefault(function, Set.of()));
    }

    /** Stops all parts of the deployment. */
    @Override
    public void close() {
        tasks.close();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Can't stop a part of the deployment", e);
            }
        }
    }
}
