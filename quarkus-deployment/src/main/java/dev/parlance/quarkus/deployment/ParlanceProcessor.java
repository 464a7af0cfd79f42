package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.AccountBeans;
import dev.parlance.quarkus.runtime.TwilioBeans;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/** The account. */
final class ParlanceProcessor {
    static final String FEATURE = "parlance";

    private static final String ACCOUNT = "dev.parlance.account.TwilioAccount";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    void beans(BuildProducer<AdditionalBeanBuildItem> beans) {
        beans.produce(AdditionalBeanBuildItem.unremovableOf(TwilioBeans.class));
        if (QuarkusClassLoader.isClassPresentAtRuntime(ACCOUNT)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(AccountBeans.class));
        }
    }
}
