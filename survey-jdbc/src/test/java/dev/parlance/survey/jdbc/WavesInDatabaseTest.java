package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.Waves;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Three waves of a survey, with a restart in the middle of one, on both databases. */
class WavesInDatabaseTest {
    private static final int PEOPLE = 25;
    private static final Duration MONTH = Duration.ofDays(31);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Survey survey = Survey.builder("lunch")
            .prompts(Prompts.of(Map.of("en", Map.of("taste", "1 to 5?"))))
            .opening(OpeningStyle.GUESS)
            .waves(Waves.every(Period.ofMonths(1), 3))
            .ask(Question.rating("taste", 1, 5))
            .build();
    private final List<Address> texted = new ArrayList<>();
    private int messages;

    @Test
    void each_person_gets_each_wave_once_in_postgresql() throws Exception {
        try (HikariDataSource database = Postgres.pooled(Postgres.newDatabase())) {
            assertWaves(() -> JdbcDocuments.postgres(database), database);
        }
    }

    @Test
    void each_person_gets_each_wave_once_in_sqlite(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("surveys.db");
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        assertWaves(() -> JdbcDocuments.sqlite(file), database);
    }

    private void assertWaves(Supplier<JdbcDocuments> open, DataSource database) throws Exception {
        inProcess(open, surveys -> {
            for (int i = 0; i < PEOPLE; i++) {
                surveys.start(Channel.TEXT, person(i), Invitation.plain());
            }
            answers(surveys, person(0), "5");
        });
        assertThat(texted).hasSize(PEOPLE);

        twilio.advance(MONTH);
        inProcess(open, this::contactsSome);
        assertThat(texted).hasSizeBetween(PEOPLE + 1, 2 * PEOPLE - 1);
        inProcess(open, surveys -> {
            contactsAll(surveys, "wave-2-text");
            answers(surveys, person(0), "4");
            answers(surveys, person(1), "3");
        });
        twilio.advance(MONTH);
        inProcess(open, surveys -> contactsAll(surveys, "wave-3-text"));
        twilio.advance(MONTH);
        inProcess(open, this::contactsSome);

        for (int i = 0; i < PEOPLE; i++) {
            assertThat(Collections.frequency(texted, person(i))).isEqualTo(3);
        }
        assertThat(
                        ViewsTest.rows(
                                database,
                                "SELECT wave, count(*), count(ended_at), min(occasion) FROM parlance_run GROUP BY wave ORDER BY wave"))
                .containsExactly("1|25|25|null", "2|25|25|wave-2", "3|25|25|wave-3");
        assertThat(ViewsTest.rows(
                        database, "SELECT wave, respondent, value FROM parlance_answer ORDER BY wave, respondent"))
                .containsExactly("1|+15005550000|5", "2|+15005550000|4", "2|+15005550001|3");
    }

    private void inProcess(Supplier<JdbcDocuments> open, Consumer<Surveys> work) {
        try (JdbcDocuments store = open.get();
                Surveys surveys = Surveys.builder(survey)
                        .store(store)
                        .clock(twilio.clock())
                        .textSender(text -> {
                            texted.add(text.to());
                            return new Receipt("SM0", "queued");
                        })
                        .build()) {
            work.accept(surveys);
        }
    }

    private static Address person(int i) {
        return Address.of("+1500555%04d".formatted(i));
    }

    private void contactsSome(Surveys surveys) {
        surveys.runDue();
        surveys.campaigns().run(Duration.ZERO);
    }

    private void contactsAll(Surveys surveys, String campaign) {
        contactsSome(surveys);
        while (surveys.campaigns().find(campaign).orElseThrow().state() == Campaign.State.RUNNING) {
            twilio.advance(Duration.ofSeconds(1));
            contactsSome(surveys);
        }
    }

    private void answers(Surveys surveys, Address person, String taste) {
        surveys.textWebhook()
                .handle(WebhookRequest.post("https://hooks.example.com/sms")
                        .withForm(
                                "MessageSid",
                                "SM" + messages++,
                                "From",
                                person.value(),
                                "To",
                                "+15005550100",
                                "Body",
                                taste));
    }
}
