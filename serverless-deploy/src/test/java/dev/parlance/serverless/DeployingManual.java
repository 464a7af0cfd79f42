package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.serverless.project.Content;
import dev.parlance.serverless.project.FunctionsProject;
import dev.parlance.serverless.project.Visibility;
import java.nio.file.Path;

/** The code samples of docs/DEPLOYING.md. */
final class DeployingManual {
    private DeployingManual() {}

    static void library() {
        // snippet: library
        try (TwilioAccount account = ProjectAccount.open(Path.of("."))) {
            Plan plan = ServerlessDeployer.builder(account, FunctionsProject.in(Path.of(".")))
                    .environment("production")
                    .progress(step -> System.out.println(step)) // Uploading 3/12 /hello
                    .build()
                    .plan();
            System.out.println(plan); // or plan.json()
            Deployment done = plan.apply();
            System.out.println(done.urls().get("/hello"));
        }
        // end
    }

    static FunctionsProject memory() {
        // snippet: memory
        FunctionsProject project = FunctionsProject.builder("greetings")
                .function("/hello", Visibility.PUBLIC, Content.file(Path.of("build/hello.js")))
                .asset("/types.txt", Visibility.PRIVATE, Content.resource(Content.class, "media-types.properties"))
                .variable("GREETING", "Hello")
                .dependency("lodash", "4.17.21")
                .runtime("node22")
                .build();
        // end
        return project;
    }

    static void test(FakeTwilio twilio, FunctionsProject project) {
        // snippet: test
        twilio.serverless().buildsTake(0); // complete at once; nextBuildFails() makes one fail
        try (TwilioAccount account =
                TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build()) {
            Deployment done =
                    ServerlessDeployer.builder(account, project).build().plan().apply();
            assertThat(twilio.serverless().live(done.environment().domain())).containsKey("/hello");
        }
        // end
    }

    static void running(TwilioAccount account) {
        // snippet: running
        DeployedEnvironment staging =
                Serverless.on(account).service("greetings").environment("staging");
        staging.promoteTo("production");
        staging.rollBack();
        staging.setVariable("GREETING", "Hola");
        staging.logs(LogQuery.last(50).withFunction("/hello")).forEach(System.out::println);
        // end
    }
}
