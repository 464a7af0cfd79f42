package dev.parlance.quarkus.deployment;

import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import jakarta.enterprise.inject.spi.DeploymentException;

/** Refuses to build an application for production that contains the fake. */
final class ProductionProcessor {
    private static final String FAKE = "dev.parlance.fake.twilio.FakeTwilio";

    @BuildStep(onlyIf = IsProduction.class)
    void refuseTheFake(BuildProducer<ValidationErrorBuildItem> errors) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(FAKE)) {
            errors.produce(
                    new ValidationErrorBuildItem(new DeploymentException("The application contains the fake Twilio."
                            + " Give parlance-quarkus-test and parlance-testkit the scope test")));
        }
    }
}
