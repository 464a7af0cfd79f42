package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.AccountException;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injects each fault into each request, once or for a while. Every run succeeds or fails with a clear error, a later run
 * completes, and nothing is created twice. By default, each fault has its turn at every third request, so that each request
 * meets a third of the faults; use {@code -Dfaults.step=1} for all of them.
 */
@Timeout(120)
class EveryFaultTest {
    private static final int MOST_RUNS = 20;
    private static final int STEP = Integer.getInteger("faults.step", 3);

    /** Longer than the retries of a single request. */
    private static final int A_WHILE = 14;

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    static Stream<Arguments> faults() {
        List<ApiFault> kinds = List.of(
                ApiFault.DROPPED_BEFORE_THE_EFFECT,
                ApiFault.DROPPED_AFTER_THE_EFFECT,
                ApiFault.TRUNCATED,
                ApiFault.MALFORMED,
                ApiFault.error(429, 20429, "Too Many Requests"),
                ApiFault.serverError(500));
        return IntStream.range(0, kinds.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        Arguments.of(kinds.get(i), 1, i % STEP), Arguments.of(kinds.get(i), A_WHILE, (i + 1) % STEP)));
    }

    @ParameterizedTest(name = "{0}, {1} times")
    @MethodSource("faults")
    void a_first_deployment_recovers(ApiFault fault, int times, int first) throws IOException {
        int requests = requestsOf(this::greetings);
        for (int before = first; before < requests; before += STEP) {
            Pipeline pipeline = greetings();
            inject(before, fault, times);
            deployUntilDone(pipeline, "hello", "request " + before);
            pipeline.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1} times")
    @MethodSource("faults")
    void a_later_deployment_recovers(ApiFault fault, int times, int first) throws IOException {
        int requests = requestsOf(this::changed);
        for (int before = first; before < requests; before += STEP) {
            Pipeline pipeline = changed();
            inject(before, fault, times);
            deployUntilDone(pipeline, "hola", "request " + before);
            pipeline.close();
        }
    }

    private Pipeline greetings() throws IOException {
        twilio.reset();
        return new Pipeline(twilio, Files.createTempDirectory(folder, "project")).greetings();
    }

    /** A deployed project in which a file and variables changed and a file was added. */
    private Pipeline changed() throws IOException {
        Pipeline pipeline = greetings();
        pipeline.deploy();
        return pipeline.file("functions/hello.js", "exports.handler = () => 'hola';")
                .file("functions/more.js", "exports.handler = () => 'more';")
                .file(".env", "GREETING=Hola\nNAME=Ana\n");
    }

    private interface Project {
        Pipeline make() throws IOException;
    }

    private static int requestsOf(Project project) throws IOException {
        try (Pipeline pipeline = project.make()) {
            int before = pipeline.count();
            pipeline.deploy();
            return pipeline.count() - before;
        }
    }

    /** Injects a fault after this many successful requests. */
    private void inject(int before, ApiFault fault, int times) {
        if (before > 0) {
            twilio.failNext(before, "*", ApiFault.slow(Duration.ZERO));
        }
        twilio.failNext(times, "*", fault);
    }

    private void deployUntilDone(Pipeline pipeline, String hello, String where) {
        Deployment done = null;
        for (int run = 1; done == null; run++) {
            assertThat(run).as("number of runs, with a fault at %s", where).isLessThan(MOST_RUNS);
            try {
                done = pipeline.deploy();
            } catch (AccountException | DeployException e) {
                assertThat(e.getMessage()).as(where).hasSizeGreaterThan(40);
            }
        }
        assertThat(pipeline.live(done, "/hello")).as(where).contains(hello);
        assertThat(pipeline.live(done, "/menu.json")).as(where).isEqualTo("{}");
        assertThat(pipeline.plan().isEmpty()).as(where).isTrue();
        assertThat(created())
                .as("created resources, with a fault at %s", where)
                .allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
    }

    /** How often each named resource was created. */
    private Map<String, Long> created() {
        return twilio.log().requests().stream()
                .filter(request -> request.method().equals("POST") && request.status() == 201)
                .flatMap(request -> name(request))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static Stream<String> name(ApiRequest request) {
        return Stream.of("UniqueName", "FriendlyName", "Key")
                .flatMap(parameter -> request.parameters().first(parameter).stream())
                .limit(1)
                .map(name -> request.path() + " " + name);
    }
}
