package dev.parlance.benchmarks;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The throughput of the test kit's phones. Each text and call is from another phone, and each webhook is signed and verified. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls start() before each iteration
public class PhonesBenchmark {
    private static final String IN_PROCESS = "+15005550100";
    private static final String OVER_HTTP = "+15005550101";

    private final AtomicInteger phones = new AtomicInteger();
    private FakeTwilio twilio;
    private WebhookServer server;

    /** Starts a new fake for each iteration, because a fake remembers every text. */
    @Setup(Level.Iteration)
    public void start() {
        twilio = FakeTwilio.start();
        Router routes = Router.create()
                .post(
                        "/sms",
                        request -> twiml(
                                "<Message>echo: " + IncomingMessage.of(request).body() + "</Message>"))
                .post("/voice", request -> twiml("<Gather numDigits='1' action='/key'><Say>Press a key</Say></Gather>"))
                .post("/key", request -> twiml("<Say>Bye</Say>"));
        WebhookHandler app = SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                .handler(routes);
        server = WebhookServer.start(0, app);
        twilio.mount("https://app.example", app);
        twilio.number(IN_PROCESS).onText("https://app.example/sms").onCall("https://app.example/voice");
        twilio.number(OVER_HTTP).onText(server.url().resolve("/sms"));
    }

    private static WebhookResponse twiml(String verbs) {
        return WebhookResponse.bytes(
                "text/xml", ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
    }

    @TearDown(Level.Iteration)
    public void close() {
        server.close();
        twilio.close();
    }

    private FakePhone newPhone() {
        return twilio.phone("+336%08d".formatted(phones.incrementAndGet()));
    }

    @Benchmark
    public FakePhone text() {
        return newPhone().textsTo(IN_PROCESS, "hello").receives("echo: hello");
    }

    @Benchmark
    public FakePhone textOverHttp() {
        return newPhone().textsTo(OVER_HTTP, "hello").receives("echo: hello");
    }

    @Benchmark
    public boolean call() {
        return newPhone()
                .calls(IN_PROCESS)
                .hears("Press a key")
                .presses("1")
                .hears("Bye")
                .isOver();
    }
}
