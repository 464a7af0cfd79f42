package dev.parlance.benchmarks;

import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares the same text message survey on Parlance and on Express: requests per second and response times, from the first
 * request on. Started by {@code benchmarks/beside-node} on one core, with the servers on another. Rounds alternate (Parlance,
 * Node, Parlance, Node), so that other load on the machine affects both. Both servers are new in their first round.
 */
public final class NodeComparison {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int FIRST = 10;

    private final String script;
    private final Duration round;

    private NodeComparison(String script, Duration round) {
        this.script = script;
        this.round = round;
    }

    /** Arguments: the Node application, the seconds per round (default 40), and {@code memory} to leave out PostgreSQL. */
    public static void main(String[] args) throws Exception {
        Duration round = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 40);
        NodeComparison comparison = new NodeComparison(args[0], round);
        warmUp();
        comparison.compare("memory", new String[0], new String[0]);
        if (args.length < 3) {
            comparison.compareInPostgres();
        }
    }

    private void compareInPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String jdbc = postgres.getJdbcUrl("postgres", "postgres");
            String url = "postgres://postgres:postgres@localhost:" + postgres.getPort() + "/postgres";
            compare("PostgreSQL", new String[] {jdbc}, new String[] {url});
        }
    }

    /** Warms up this side against a server that knows all replies, so that its compilation is not measured. */
    private static void warmUp() throws IOException {
        try (WebhookServer server = WebhookServer.start(0, request -> {
            String sid = IncomingMessage.of(request).sid();
            int turn = Integer.parseInt(sid.substring(sid.length() - 4));
            return WebhookResponse.of(MessageTwiml.reply(SurveyConversation.reply(turn)));
        })) {
            print("driver and trivial server on one core", SurveyLoad.run(server.port(), WARM_UP));
        }
    }

    private void compare(String store, String[] ourArguments, String[] nodeArguments) throws IOException {
        try (Server ours = Server.start(java(ourArguments));
                Server node = Server.start(command(Stream.of("node", script), nodeArguments))) {
            System.out.printf(
                    "%n%s; listening after %d ms, Node after %d ms%n", store, ours.startMillis, node.startMillis);
            List<ResponseTimes> ourTimes = new ArrayList<>(SurveyLoad.run(ours.port, round));
            List<ResponseTimes> nodeTimes = new ArrayList<>(SurveyLoad.run(node.port, round));
            ourTimes.addAll(SurveyLoad.run(ours.port, round));
            nodeTimes.addAll(SurveyLoad.run(node.port, round));
            int last = Math.min(ourTimes.size(), nodeTimes.size());
            int half = last / 2;
            compare("first " + FIRST + " s", ourTimes, nodeTimes, 0, Math.min(FIRST, half));
            compare("before " + half + " s", ourTimes, nodeTimes, Math.max(0, half - FIRST), half);
            compare("before " + last + " s", ourTimes, nodeTimes, Math.max(half, last - FIRST), last);
        }
    }

    private static void compare(String name, List<ResponseTimes> ours, List<ResponseTimes> node, int from, int to) {
        List<ResponseTimes> mine = ours.subList(from, to);
        List<ResponseTimes> theirs = node.subList(from, to);
        print(name + ", ours", mine);
        print(name + ", Node", theirs);
        System.out.printf("%-24s %8.2f times%n", "", ResponseTimes.perSecond(mine) / ResponseTimes.perSecond(theirs));
    }

    private static void print(String name, List<ResponseTimes> seconds) {
        System.out.printf(
                "%-24s %,8.0f requests/s, p50 %7.2f ms, p99 %7.2f ms%n",
                name,
                ResponseTimes.perSecond(seconds),
                ResponseTimes.percentile(seconds, 0.5),
                ResponseTimes.percentile(seconds, 0.99));
    }

    private static List<String> java(String... arguments) {
        String options = Objects.requireNonNullElse(System.getenv("SERVER_OPTIONS"), "");
        Stream<String> java = Stream.of(
                Objects.requireNonNullElse(System.getenv("SERVER_JAVA"), "java"),
                "-cp",
                System.getProperty("java.class.path"));
        Stream<String> more = Stream.of(options.split(" ")).filter(option -> !option.isEmpty());
        return command(
                Stream.of(java, more, Stream.of(SurveyServer.class.getName())).flatMap(all -> all), arguments);
    }

    private static List<String> command(Stream<String> program, String... arguments) {
        return Stream.of(Stream.of("taskset", "-c", "0"), program, Stream.of(arguments))
                .flatMap(all -> all)
                .toList();
    }

    /** A server in another process. */
    private record Server(Process process, int port, long startMillis) implements AutoCloseable {
        static Server start(List<String> command) throws IOException {
            long start = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("TWILIO_AUTH_TOKEN", SurveyConversation.TOKEN);
            builder.environment().put("NODE_ENV", "production");
            Process process = builder.start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String port = out.readLine();
            if (port == null) {
                throw new IOException("The server did not start: " + String.join(" ", command));
            }
            return new Server(process, Integer.parseInt(port), (System.nanoTime() - start) / 1_000_000);
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
