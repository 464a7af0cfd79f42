package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The views of docs/SURVEYS.md, on both databases. */
class ViewsTest {
    private static final Address ANA = Address.of("+15005550006");
    private static final Address BEN = Address.of("+15005550009");

    private final Survey survey = Survey.builder("lunch")
            .prompts(Prompts.of(Map.of(
                    "en",
                    Map.of(
                            "dishes", "What did you have?",
                            "dishes.soup", "Soup",
                            "dishes.salad", "Salad",
                            "taste", "1 to 5?",
                            "why", "Why?"))))
            .ask(
                    Question.choices("dishes", "soup", "salad"),
                    Question.rating("taste", 1, 5),
                    Question.text("why").optional())
            .build();
    private int messages;

    @Test
    void answers_in_postgresql_have_one_row_each() throws Exception {
        try (HikariDataSource database = Postgres.pooled(Postgres.newDatabase());
                JdbcDocuments store = JdbcDocuments.postgres(database)) {
            assertViews(store, database);
            assertThat(rows(database, query("mean-postgresql"))).containsExactly("COMPLETED|1|5.0", "PARTIAL|1|2.0");
            assertThat(rows(database, query("options-postgresql"))).containsExactly("salad|1", "soup|3");
        }
    }

    @Test
    void answers_in_sqlite_have_one_row_each(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("surveys.db");
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        try (JdbcDocuments store = JdbcDocuments.sqlite(file)) {
            assertViews(store, database);
            assertThat(rows(database, query("mean-sqlite"))).containsExactly("COMPLETED|1|5.0", "PARTIAL|1|2.0");
            assertThat(rows(database, query("options-sqlite"))).containsExactly("salad|1", "soup|3");
        }
    }

    private void assertViews(DocumentStore store, DataSource database) throws SQLException {
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .textSender(text -> new Receipt("SM0", "queued"))
                .build();
        invite(surveys, ANA, "visit-17");
        text(surveys, ANA, "1 and 2", "5", "skip");
        invite(surveys, ANA, "visit-18");
        text(surveys, ANA, "1");
        text(surveys, BEN, "hi", "1", "2", "skip");
        didNotArrive(surveys, ANA, 2);
        didNotArrive(surveys, ANA, 1);
        surveys.restart(BEN, EarlierAnswers.ERASE);
        text(surveys, BEN, "hi", "1", "2");

        assertThat(rows(
                        database,
                        "SELECT respondent, run, occasion, disposition, language, channel, started_at IS NULL, ended_at IS NULL"
                                + " FROM parlance_run WHERE survey = 'lunch' ORDER BY respondent, run"))
                .map(row -> row.replace("|t", "|1").replace("|f", "|0"))
                .containsExactly(
                        "+15005550006|1|visit-17|COMPLETED|en|1ext|0|0",
                        "+15005550006|2|visit-18|PARTIAL|en|1ext|0|1",
                        "+15005550009|1|null|PARTIAL|en|1ext|0|1");
        assertThat(
                        rows(
                                database,
                                "SELECT respondent, run, occasion, question, value, input_method, channel, language, attempt"
                                        + " FROM parlance_answer WHERE survey = 'lunch' ORDER BY respondent, run, answered_at, question"))
                .containsExactlyInAnyOrder(
                        "+15005550006|1|visit-17|dishes|soup, salad|TEXT|text|en|1",
                        "+15005550006|1|visit-17|taste|5|TEXT|text|en|1",
                        "+15005550006|1|visit-17|why|null|SKIPPED|text|en|1",
                        "+15005550006|2|visit-18|dishes|soup|TEXT|text|en|1",
                        "+15005550009|1|null|dishes|soup|TEXT|text|en|1",
                        "+15005550009|1|null|taste|2|TEXT|text|en|1");
        assertThat(rows(
                        database,
                        "SELECT respondent, run, occasion, message_sid, channel, turn, status, code, reason LIKE 'The%',"
                                + " reported_at IS NULL FROM parlance_undelivered WHERE survey = 'lunch' ORDER BY run"))
                .map(row -> row.replace("|t", "|1").replace("|f", "|0"))
                .containsExactly("+15005550006|2|visit-18|SM99|1ext|1|undelivered|30003|1|0");
    }

    @Test
    void a_null_character_in_an_answer_does_not_break_the_views(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("surveys.db");
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + file);
        String value = "SELECT value FROM parlance_answer WHERE question = 'why'";
        try (HikariDataSource postgres = Postgres.pooled(Postgres.newDatabase());
                JdbcDocuments inPostgres = JdbcDocuments.postgres(postgres);
                JdbcDocuments inSqlite = JdbcDocuments.sqlite(file)) {
            for (JdbcDocuments store : List.of(inPostgres, inSqlite)) {
                Surveys surveys = Surveys.builder(survey).store(store).build();
                text(surveys, BEN, "hi", "1", "2", "null \u0000, not \\u0000, \\\u0000");
            }

            assertThat(rows(postgres, value)).containsExactly("null , not \\u0000, \\");
            assertThat(rows(sqlite, value)).singleElement().asString().startsWith("null ");
        }
    }

    @Test
    void words_that_specify_an_option_and_refusals_have_columns(@TempDir Path folder) throws Exception {
        Survey drinks = Survey.builder("drinks")
                .prompts(Prompts.of(Map.of(
                        "en",
                        Map.of(
                                "drink", "What did you drink?",
                                "drink.tea", "Tea",
                                "drink.other", "Something else",
                                "drink.other.specify", "What was it?",
                                "drink.secret", "I would rather not say"))))
                .ask(Question.choice(
                        "drink",
                        Option.of("tea"),
                        Option.of("other").specify(),
                        Option.of("secret").withValue("99").refusal()))
                .build();
        Path file = folder.resolve("surveys.db");
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + file);
        String answers = "SELECT value, specified, refusal FROM parlance_answer ORDER BY respondent";
        try (HikariDataSource postgres = Postgres.pooled(Postgres.newDatabase());
                JdbcDocuments inPostgres = JdbcDocuments.postgres(postgres);
                JdbcDocuments inSqlite = JdbcDocuments.sqlite(file)) {
            for (JdbcDocuments store : List.of(inPostgres, inSqlite)) {
                Surveys surveys = Surveys.builder(drinks).store(store).build();
                text(surveys, ANA, "hi", "2", "Lassi");
                text(surveys, BEN, "hi", "3");
            }

            assertThat(rows(postgres, answers)).containsExactly("other|Lassi|f", "99|null|t");
            assertThat(rows(sqlite, answers)).containsExactly("other|Lassi|0", "99|null|1");
        }
    }

    @Test
    void the_wording_that_was_agreed_to_has_a_column(@TempDir Path folder) throws Exception {
        Survey study = Survey.builder("study")
                .prompts(Prompts.of(Map.of("en", Map.of("agree", "Do you agree?", "age", "How old are you?"))))
                .ask(Question.consent("agree"), Question.number("age", 0, 120))
                .build();
        Path file = folder.resolve("surveys.db");
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + file);
        String answers = "SELECT value, wording FROM parlance_answer";
        try (HikariDataSource postgres = Postgres.pooled(Postgres.newDatabase());
                JdbcDocuments inPostgres = JdbcDocuments.postgres(postgres);
                JdbcDocuments inSqlite = JdbcDocuments.sqlite(file)) {
            for (JdbcDocuments store : List.of(inPostgres, inSqlite)) {
                Surveys surveys = Surveys.builder(study).store(store).build();
                text(surveys, ANA, "hi", "yes", "40");
            }

            assertThat(rows(postgres, answers)).containsExactlyInAnyOrder("yes|Do you agree?", "40|null");
            assertThat(rows(sqlite, answers)).containsExactlyInAnyOrder("yes|Do you agree?", "40|null");
        }
    }

    private static String query(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/queries/" + name + ".sql"));
    }

    private static void invite(Surveys surveys, Address person, String occasion) {
        assertThat(surveys.start(Channel.TEXT, person, Invitation.plain().withOccasion(occasion)))
                .extracting(StartResult::outcome)
                .isEqualTo(StartResult.Outcome.STARTED);
    }

    private void text(Surveys surveys, Address person, String... bodies) {
        for (String body : bodies) {
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
                                    body));
        }
    }

    /** Twilio reports that it could not deliver a message of this run. */
    private static void didNotArrive(Surveys surveys, Address person, int run) {
        surveys.textWebhook()
                .handle(WebhookRequest.post("https://hooks.example.com/sms?event=status&survey=lunch&turn=1&run=" + run)
                        .withForm(
                                "MessageSid",
                                "SM99",
                                "MessageStatus",
                                "undelivered",
                                "ErrorCode",
                                "30003",
                                "To",
                                person.value()));
    }

    static List<String> rows(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(rows.getString(column)));
                }
                found.add(String.join("|", cells));
            }
            return found;
        }
    }
}
