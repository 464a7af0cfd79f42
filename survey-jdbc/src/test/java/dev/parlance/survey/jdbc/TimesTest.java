package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.MovableClock;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.CampaignProgress;
import dev.parlance.survey.Channel;
import dev.parlance.survey.DailyLimits;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Pace;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Relevance;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.store.DocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time limits, relevance and daily limits, with their times in a database and two nodes on it. */
class TimesTest {
    private static final Address PERSON = Address.of("+15005550006");
    private static final int LIMIT = 20;

    @TempDir
    private Path folder;

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-05-13T12:00:00Z"));
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<JdbcDocuments> stores = new ArrayList<>();

    /** The databases. */
    enum Database {
        SQLITE,
        POSTGRESQL
    }

    private List<Surveys> twoNodes(Database database) {
        for (int i = 0; i < 2; i++) {
            stores.add(
                    database == Database.SQLITE
                            ? JdbcDocuments.sqlite(folder.resolve("surveys.db"))
                            : Postgres.open(Postgres.url()));
        }
        Survey survey = survey(database);
        return stores.stream().map(store -> node(survey, store)).toList();
    }

    /** All tests share a server, so each has a survey of its own. */
    private static Survey survey(Database database) {
        return Survey.builder("times-" + database + "-" + System.nanoTime())
                .prompts(Prompts.of(Map.of("en", Map.of("code", "What is the code?", "feel", "How do you feel?"))))
                .opening(OpeningStyle.GUESS)
                .relevance(Relevance.ALWAYS.withTime(Duration.ofHours(1)))
                .ask(Question.number("code", 0, 9).answerWithin(Duration.ofMinutes(10)), Question.text("feel"))
                .build();
    }

    private Surveys node(Survey survey, DocumentStore store) {
        return Surveys.builder(survey)
                .store(store)
                .clock(clock)
                .textSender(text -> {
                    sent.add(text.to().value() + " " + text.body());
                    return new Receipt("SM0", "queued");
                })
                .dailyLimits(DailyLimits.in(ZoneOffset.UTC).withPerSender(Channel.TEXT, LIMIT))
                .build();
    }

    @AfterEach
    void close() {
        stores.forEach(JdbcDocuments::close);
    }

    @ParameterizedTest
    @EnumSource
    void one_of_two_nodes_goes_on_when_the_time_for_an_answer_is_over(Database database) throws Exception {
        List<Surveys> nodes = twoNodes(database);
        nodes.get(0).start(Channel.TEXT, PERSON, Invitation.plain());
        clock.advance(Duration.ofMinutes(10));

        together(nodes.stream().<Callable<Object>>map(node -> node::runDue));

        assertThat(sent)
                .containsExactly(
                        PERSON.value() + " What is the code?",
                        PERSON.value() + " The time for this question is over.\n\nHow do you feel?");
        clock.advance(Duration.ofMinutes(50));
        together(nodes.stream().<Callable<Object>>map(node -> node::runDue));
        assertThat(sent).hasSize(2);
        assertThat(nodes.get(0).find(PERSON).map(Session::isOver)).contains(true);
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_keep_a_daily_limit_together(Database database) throws Exception {
        List<Surveys> nodes = twoNodes(database);
        Pace pace = Pace.perSecond(1_000).withSender("sender-" + System.nanoTime());
        Campaign campaign = nodes.get(0).campaigns().create("may", Channel.TEXT, pace);
        campaign.add(IntStream.range(0, 50)
                .mapToObj(
                        i -> new Campaign.Recipient(Address.of("+1500555%04d".formatted(i + 1000)), Invitation.plain()))
                .toList());
        campaign.start();

        for (int day = 1; day <= 3; day++) {
            together(nodes.stream()
                    .<Callable<Object>>map(node -> () -> node.campaigns().run(Duration.ofSeconds(20))));
            CampaignProgress progress = campaign.progress();
            assertThat(sent).hasSize(Math.min(50, day * LIMIT));
            assertThat(progress.count(Outcome.STARTED)).isEqualTo(sent.size());
            assertThat(progress.limitedUntil().isPresent()).isEqualTo(day < 3);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(sent).doesNotHaveDuplicates();
    }

    private static void together(Stream<Callable<Object>> actions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (Future<Object> done : threads.invokeAll(actions.toList())) {
            done.get();
        }
        threads.shutdown();
    }
}
