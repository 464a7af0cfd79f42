package dev.parlance.examples.clinic;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.test.AutoConfigureFakeTwilio;
import dev.parlance.survey.Surveys;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The whole application, twice, on one PostgreSQL. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "clinic.manager=+12025550143")
@AutoConfigureFakeTwilio
@Import(TestDatabase.class)
class TwoNodesTest {
    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Surveys first;

    @Test
    void a_patient_continues_on_the_other_node(FakePhone ana, FakeTwilio twilio) {
        ana.texts("hello").receives("Were you seen on time?");

        // When it starts, it sets its own webhook on the number.
        try (ConfigurableApplicationContext second = startSecond(twilio)) {
            ana.texts("yes").receives("Did we listen to you");

            twilio.advance(Duration.ofHours(30));
            twilio.concurrently(
                    first::runDue, () -> second.getBean(Surveys.class).runDue());
            ana.receives("Did we listen to you");
            ana.receivesNothing();
        }
    }

    private ConfigurableApplicationContext startSecond(FakeTwilio twilio) {
        return new SpringApplicationBuilder(ClinicApplication.class)
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("fakeTwilio", twilio);
                    beans.registerSingleton("database", database);
                })
                .properties("server.port=0", "clinic.manager=+12025550143", "parlance.fake=always")
                .run("--parlance.simulator=false");
    }
}
