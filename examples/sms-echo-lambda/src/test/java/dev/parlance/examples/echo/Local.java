package dev.parlance.examples.echo;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.simulator.Simulator;
import dev.parlance.tools.sam.LocalDeployment;
import dev.parlance.tools.sam.SamTemplate;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Runs the template locally, with a phone in the browser to text it. */
final class Local {
    private Local() {}

    /** The first argument is the port of the page. Default: 8025. */
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
        LocalDeployment local = LocalDeployment.of(SamTemplate.read(Path.of("template.yaml")))
                .output(System.out::println)
                .start();
        local.aws().secret("local-twilio-auth-token", twilio.authToken());
        twilio.number("+15005550100").onText(local.output("ApiEndpoint"));
        Simulator simulator = Simulator.of(twilio)
                .person("+15005550006", "Ben")
                .open(arguments.length == 0 ? 8025 : Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            local.close();
            twilio.close();
        }));
        System.out.printf("%nOpen  %s%n%nText as Ben. Press Ctrl-C to stop.%n", simulator.url());
    }
}
