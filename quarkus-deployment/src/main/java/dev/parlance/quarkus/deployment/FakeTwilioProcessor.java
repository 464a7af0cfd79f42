package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.NumberWebhooks;
import dev.parlance.quarkus.runtime.ParlanceBuildConfig;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.CuratedApplicationShutdownBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.LaunchMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the fake in development and in tests, if the application has no account. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
final class FakeTwilioProcessor {
    private static final Logger LOG = Logger.getLogger(FakeTwilioProcessor.class);

    /** With this artifact, tests have a fake in the application itself. */
    private static final String FAKE_IN_TESTS = "dev.parlance.quarkus.test.WithFakeTwilio";

    private static final int DEFAULT_PORT = 8080;

    /** The one that runs: it stays when the application is loaded again after a change. */
    private static volatile @Nullable FakeTwilioService running;

    @BuildStep
    Optional<DevServicesResultBuildItem> start(
            LaunchModeBuildItem launchMode,
            NumberWebhooksBuildItem webhooks,
            ParlanceBuildConfig config,
            CuratedApplicationShutdownBuildItem shutdown) {
        if (!isWanted(config)) {
            close();
            return Optional.empty();
        }
        boolean isDevelopment = launchMode.getLaunchMode() == LaunchMode.DEVELOPMENT;
        FakeTwilioService service = running;
        if (service == null) {
            service = FakeTwilioService.start(
                    isDevelopment ? Optional.of(config.devservices().simulatorPort()) : Optional.empty());
            running = service;
            shutdown.addCloseTask(FakeTwilioProcessor::close, true);
            service.simulator().ifPresent(page -> LOG.infof("Phones to try this application with: %s", page));
        }
        if (isDevelopment) {
            setWebhooks(service, webhooks.webhooks());
        }
        return Optional.of(DevServicesResultBuildItem.discovered()
                .feature(ParlanceProcessor.FEATURE)
                .description("The fake Twilio")
                .config(service.config())
                .build());
    }

    private static boolean isWanted(ParlanceBuildConfig config) {
        Config current = ConfigProvider.getConfig();
        boolean hasAccount = Stream.of("parlance.twilio.account-sid", "TWILIO_ACCOUNT_SID")
                .anyMatch(name -> current.getOptionalValue(name, String.class).isPresent());
        return config.devservices().enabled()
                && !hasAccount
                && !QuarkusClassLoader.isClassPresentAtRuntime(FAKE_IN_TESTS);
    }

    /** In tests, the port is known only once the server runs. */
    private static void setWebhooks(FakeTwilioService service, NumberWebhooks webhooks) {
        int port = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.http.port", Integer.class)
                .orElse(DEFAULT_PORT);
        service.setWebhooks("http://localhost:" + port, webhooks);
        LOG.infof(
                "The fake answers for Twilio. Texts to %s go to %s, calls to %s",
                FakeTwilioService.NUMBER,
                webhooks.textPath().orElse("no webhook"),
                webhooks.callPath().orElse("no webhook"));
    }

    private static void close() {
        FakeTwilioService service = running;
        running = null;
        if (service != null) {
            service.close();
        }
    }
}
