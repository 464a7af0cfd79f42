package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Pace;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A process that contacts the people of a campaign with two threads, and writes down each text that it has sent. */
final class CampaignNode implements AutoCloseable {
    static final String NAME = "everybody";
    static final int THREADS = 2;
    private static final int REPORT_INTERVAL = 10;
    private static final long PAUSE = 20_000_000;

    private final Process process;
    private final BufferedReader out;
    private final Path sent;
    private String last = "";
    private int failures;

    private CampaignNode(Process process, Path sent) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.sent = sent;
    }

    static CampaignNode start(String store, Path sent) throws IOException {
        Files.createFile(sent);
        return new CampaignNode(JavaProcess.start(CampaignNode.class, store, sent.toString()), sent);
    }

    static Campaign create(DocumentStore store) {
        return Surveys.builder(Node.survey())
                .store(store)
                .build()
                .campaigns()
                .create(NAME, Channel.TEXT, Pace.perSecond(1_000));
    }

    static Campaign find(DocumentStore store) {
        return Surveys.builder(Node.survey())
                .store(store)
                .build()
                .campaigns()
                .find(NAME)
                .orElseThrow();
    }

    /** A clock that can be put forward, instead of waiting until the claims of a killed node run out. */
    private static final class Ahead extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public static void main(String[] args) throws IOException {
        Ahead clock = new Ahead();
        Path sent = Path.of(args[1]);
        AtomicInteger count = new AtomicInteger();
        DocumentStore store = Node.store(args[0]);
        Surveys surveys = Surveys.builder(Node.survey())
                .store(store)
                .clock(clock)
                .textSender(text -> {
                    Receipt receipt = send(text, sent);
                    if (count.incrementAndGet() % REPORT_INTERVAL == 0) {
                        System.out.println("sent");
                    }
                    return receipt;
                })
                .build();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            System.out.println("failed " + e + " " + e.getCause());
            System.exit(1);
        });
        System.out.println("ready");
        System.in.read();
        for (int i = 0; i < THREADS; i++) {
            Thread worker = new Thread(() -> work(surveys));
            worker.setDaemon(true);
            worker.start();
        }
        // The parent process holds the other end; when it ends, this process ends too.
        while (System.in.read() >= 0) { // a signal of the parent
            clock.ahead = clock.ahead.plusMinutes(6);
        }
        System.exit(0);
    }

    /** Goes on after a failure of the store, as the task of campaigns does. */
    private static void work(Surveys surveys) {
        while (true) {
            try {
                if (surveys.campaigns().run(Duration.ofSeconds(1)) == 0) {
                    Campaign campaign = surveys.campaigns().find(NAME).orElseThrow();
                    System.out.println(campaign.state() == Campaign.State.FINISHED ? "finished" : "idle");
                    LockSupport.parkNanos(PAUSE);
                }
            } catch (StoreException e) {
                System.out.println("failed");
            }
        }
    }

    private static Receipt send(TextMessage text, Path sent) {
        try {
            String line = text.to().value() + "\n";
            Files.writeString(sent, line, StandardOpenOption.APPEND);
            return new Receipt("SM0", "queued");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() throws IOException {
        assertThat(line()).isEqualTo("ready");
    }

    /** Starts to contact people. */
    void go() throws IOException {
        signal();
    }

    /** Waits until it has sent this many texts. */
    void awaitSent(int count) throws IOException {
        for (int i = 0; i < count / REPORT_INTERVAL; i++) {
            String line = line();
            while (!line.equals("sent")) {
                if (line.equals("finished")) {
                    throw new IllegalStateException("The campaign has finished before it sent " + count + " texts");
                }
                line = line();
            }
        }
    }

    /** Waits until the campaign has finished. If nobody is due, it puts the clock forward, so that claims run out. */
    void awaitEnd() throws IOException {
        for (String line = line(); !line.equals("finished"); line = line()) {
            if (line.equals("idle")) {
                signal();
            }
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("The node has ended: " + last);
        }
        failures += line.equals("failed") ? 1 : 0;
        last = line;
        return line;
    }

    /** How often it could not reach the store. */
    int failures() {
        return failures;
    }

    private void signal() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** The numbers that it has texted. */
    List<String> sent() throws IOException {
        return Files.readAllLines(sent);
    }

    /** Sends SIGKILL. */
    void kill() {
        JavaProcess.kill(process);
    }

    @Override
    public void close() {
        kill();
    }
}
