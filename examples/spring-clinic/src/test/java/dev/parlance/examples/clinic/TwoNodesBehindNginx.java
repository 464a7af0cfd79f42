package dev.parlance.examples.clinic;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.PublicUrl;
import dev.parlance.survey.Surveys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two nodes on one PostgreSQL behind the nginx of this machine, and a patient who answers while one node stops. The README says how to
 * start it.
 */
final class TwoNodesBehindNginx {
    private TwoNodesBehindNginx() {}

    public static void main(String[] arguments) throws Exception {
        int port = Nginx.freePort();
        try (EmbeddedPostgres postgres = new TestDatabase().postgres();
                FakeTwilio twilio = FakeTwilio.start()) {
            JdbcConnectionDetails database = new TestDatabase().database(postgres);
            try (ConfigurableApplicationContext first = node(twilio, database, port);
                    ConfigurableApplicationContext second = node(twilio, database, port);
                    Nginx nginx = Nginx.start(Path.of("nginx.conf"), port, port(first), port(second))) {
                FakePhone ana = twilio.phone("+12025550101");
                ana.texts("hello").receives("Were you seen on time?");
                ana.texts("yes").receives("Did we listen to you");
                print("Both nodes answer:", nginx.requests());

                second.close();
                ana.texts("5").texts("4").texts("5").texts("yes").texts("9").texts("skip");
                print("One node stops; the other answers all:", nginx.requests());
                print(
                        "The conversation:",
                        ana.inbox().stream().map(text -> text.body()).toList());
                long completed =
                        first.getBean(Surveys.class).results().summary().respondents();
                System.out.println("Completed by " + completed + " of 1 patient, at "
                        + first.getBean(PublicUrl.class).at("/"));
            }
        }
    }

    private static ConfigurableApplicationContext node(FakeTwilio twilio, JdbcConnectionDetails database, int port) {
        return new SpringApplicationBuilder(ClinicApplication.class)
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("fakeTwilio", twilio);
                    beans.registerSingleton("database", database);
                })
                .run(
                        "--spring.profiles.active=",
                        "--server.port=0",
                        "--clinic.manager=+12025550143",
                        "--parlance.fake=always",
                        "--parlance.simulator=false",
                        "--parlance.public-url=http://localhost:" + port);
    }

    private static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static void print(String title, List<String> lines) {
        System.out.println(title);
        lines.forEach(line -> System.out.println("  " + line));
    }
}
