package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Session;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People answer a survey on WhatsApp, and its process is killed again and again. Use {@code -Dmessenger.kills=50} for a long run.
 */
class MessengerKillTest {
    private static final int KILLS = Integer.getInteger("messenger.kills", 4);
    private static final int PEOPLE_PER_KILL = 6;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private final Random random = new Random(26);
    private int repeated;

    @Test
    void no_answer_is_lost_and_no_message_is_sent_twice() throws Exception {
        List<FakePhone> all = new ArrayList<>();
        MessengerNode node = start();
        for (int kill = 0; kill < KILLS; kill++) {
            int first = all.size();
            IntStream.range(first, first + PEOPLE_PER_KILL)
                    .mapToObj(i -> twilio.phone("+1202555%04d".formatted(i)).onWhatsApp())
                    .forEach(all::add);
            List<FakePhone> people = all.subList(first, all.size());
            Thread killer = killAfter(node, 1 + random.nextInt(3 * PEOPLE_PER_KILL));
            people.forEach(this::answerAll);
            killer.join();
            node = start();
            node.sweep();
            twilio.settle();
            people.forEach(this::goOn);
        }
        node.close();

        try (JdbcDocuments store = JdbcDocuments.sqlite(folder.resolve("surveys.db"))) {
            Surveys surveys =
                    Surveys.builder(MessengerNode.survey()).store(store).build();
            for (FakePhone person : all) {
                Session session = surveys.find(Address.of(person.number())).orElseThrow();
                assertThat(List.of("came", "drink", "again"))
                        .as(person.conversation())
                        .map(id -> session.answer(id).map(Value::text).orElse(""))
                        .containsExactly("yes", "coffee", "no");
            }
        }
        long twice = all.stream().mapToLong(MessengerKillTest::sentTwice).sum();
        System.out.printf(
                "%d kills, %d people: %d had to repeat a message that met no process, %d messages were sent twice%n",
                KILLS, all.size(), repeated, twice);
        assertThat(twice).isZero();
    }

    private MessengerNode start() throws Exception {
        MessengerNode node = MessengerNode.start(
                folder.resolve("surveys.db"),
                twilio.url(),
                twilio.accountSid(),
                twilio.authToken(),
                twilio.clock().instant());
        twilio.number(MessengerNode.SENDER).onText(node.awaitUrl());
        return node;
    }

    /** Kills a node when it has sent this many messages more. */
    private static Thread killAfter(MessengerNode node, int messages) {
        long until = sent() + messages;
        Thread killer = new Thread(() -> {
            while (sent() < until) {
                Thread.onSpinWait();
            }
            node.kill();
        });
        killer.setDaemon(true);
        killer.start();
        return killer;
    }

    private static long sent() {
        return twilio.log().entries().stream()
                .filter(entry -> entry.toString().contains("POST /2010-04-01"))
                .count();
    }

    /** Answers as far as replies come. */
    private void answerAll(FakePhone person) {
        person.textsTo(MessengerNode.SENDER, "hi");
        while (answersNext(person)) {
            twilio.settle();
        }
    }

    /** Answers the last message, if the person has not answered it; false if there is nothing to answer. */
    private static boolean answersNext(FakePhone person) {
        twilio.settle();
        String[] lines = person.conversation().split("\n", -1);
        if (lines[lines.length - 1].startsWith(">")) {
            return false;
        }
        switch (person.lastMessage().body()) {
            case "Did you come?" -> person.taps("Yes");
            case "What did you drink?" -> person.taps("Coffee");
            case "Will you come again?" -> person.taps("No");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Goes on after a crash; somebody whose message met no process repeats it. */
    private void goOn(FakePhone person) {
        while (!isOver(person)) {
            if (!answersNext(person)) {
                repeated++;
                repeat(person);
                twilio.settle();
            }
        }
    }

    /** The thanks are the answer to a webhook. If that dies with the process, the person learns from the next one that all is done. */
    private static boolean isOver(FakePhone person) {
        return person.inbox().stream()
                .anyMatch(text ->
                        text.body().equals("Thank you!") || text.body().startsWith("You have already completed"));
    }

    private static void repeat(FakePhone person) {
        String[] lines = person.conversation().split("\n", -1);
        String mine = lines[lines.length - 1].substring("> ".length());
        if (mine.equals("hi")) {
            person.textsTo(MessengerNode.SENDER, mine);
        } else {
            person.taps(mine);
        }
    }

    /** How many messages a person got a second time without having written in between. */
    private static long sentTwice(FakePhone person) {
        String[] lines = person.conversation().split("\n", -1);
        return IntStream.range(1, lines.length)
                .filter(i -> lines[i].startsWith("<") && lines[i].equals(lines[i - 1]))
                .count();
    }
}
