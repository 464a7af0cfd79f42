package dev.parlance.examples.survey;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.simulator.Simulator;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs the template locally, with phones in the browser to answer the survey by text and call. */
final class Local {
    private Local() {}

    /** The first argument is the store for sessions, {@code dynamodb} or {@code s3}; the second is the port of the page. */
    public static void main(String[] arguments) {
        try {
            serve(arguments);
        } catch (UncheckedIOException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(String[] arguments) {
        FakeTwilio twilio = FakeTwilio.start();
        Deployed deployed = new Deployed(twilio, arguments.length > 0 ? arguments[0] : "dynamodb", System.out::println);
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
        schedule.scheduleWithFixedDelay(
                () -> System.out.println("Sweep: " + deployed.local().invoke("DueFunction", "{}")),
                1,
                1,
                TimeUnit.MINUTES);
        Simulator simulator = Simulator.of(twilio)
                .person("+12025550101", "Ben")
                .person("+5215512345678", "Ana")
                .open(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8025);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            schedule.shutdownNow();
            simulator.close();
            deployed.close();
            twilio.close();
        }));
        System.out.printf(
                """

                Open  %s

                Text or call as Ben or Ana. To contact one of them first:
                  curl -H 'Authorization: Bearer %s' --data-urlencode To=+12025550101 %s
                To look at the data with the AWS command:
                  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1
                  aws --endpoint-url %s s3 cp s3://%s/survey-results/12025550101.json -
                %sPress Ctrl-C to stop.
                """,
                simulator.url(),
                Deployed.KEY,
                deployed.local().output("InitiateSurveySMSApi"),
                deployed.local().s3(),
                deployed.bucket(),
                deployed.isInDynamoDb()
                        ? "  aws --endpoint-url " + deployed.local().dynamoDb()
                                + " dynamodb scan --table-name SurveyTable\n"
                        : "");
    }
}
