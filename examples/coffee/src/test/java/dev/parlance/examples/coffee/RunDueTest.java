package dev.parlance.examples.coffee;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDueTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @Test
    void a_failed_run_does_not_stop_later_runs(@TempDir Path folder) {
        DocumentStore store = JdbcDocuments.sqlite(folder.resolve("coffee.db"));
        TwilioAccount account =
                TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
        Surveys surveys = CoffeeSurvey.surveys(account, store, URI.create("https://coffee.example"), Clock.systemUTC());
        store.close();

        assertThatThrownBy(() -> surveys.runDue()).isInstanceOf(RuntimeException.class);
        assertThatCode(surveys.dueTask()::run).doesNotThrowAnyException();
        account.close();
    }
}
