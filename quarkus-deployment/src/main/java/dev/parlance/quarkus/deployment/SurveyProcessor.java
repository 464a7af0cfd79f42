package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.DeskFactory;
import dev.parlance.quarkus.runtime.DeskSurveys;
import dev.parlance.quarkus.runtime.DueSurveys;
import dev.parlance.quarkus.runtime.ListenerThreads;
import dev.parlance.quarkus.runtime.MessengerChannels;
import dev.parlance.quarkus.runtime.ParlanceBuildConfig;
import dev.parlance.quarkus.runtime.SurveyFactory;
import dev.parlance.quarkus.runtime.SurveyRecorder;
import dev.parlance.quarkus.runtime.SurveyStoreBeans;
import dev.parlance.quarkus.runtime.SurveyWebhooks;
import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.Surveys;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.arc.processor.DotNames;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.AdditionalIndexedClassesBuildItem;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.resteasy.reactive.spi.AdditionalResourceClassBuildItem;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * A bean of the type {@link Surveys} for each folder with a survey, a {@link SurveyDesk} for surveys that share a number, and their
 * webhooks.
 */
@BuildSteps(onlyIf = SurveyProcessor.HasSurveyLibrary.class)
final class SurveyProcessor {
    private static final String DEFINITION = "/survey.json";

    /** Whether the application has parlance-survey. */
    static final class HasSurveyLibrary implements BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return QuarkusClassLoader.isClassPresentAtRuntime("dev.parlance.survey.Surveys");
        }
    }

    @BuildStep
    void find(
            ParlanceBuildConfig config,
            ApplicationArchivesBuildItem archives,
            BuildProducer<SurveyBuildItem> surveys,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watched) {
        String location = config.surveys().location();
        Set<String> files = ResourceFiles.below(archives, location);
        files.forEach(file -> watched.produce(new HotDeploymentWatchedFileBuildItem(file)));
        files.stream()
                .filter(file -> file.endsWith(DEFINITION))
                .map(file -> file.substring(0, file.length() - DEFINITION.length()))
                .filter(folder -> folder.startsWith(location + "/"))
                .forEach(folder -> surveys.produce(new SurveyBuildItem(
                        folder.substring(location.length() + 1),
                        folder,
                        PromptsProcessor.names(files, folder + "/prompts"))));
    }

    @BuildStep
    SurveyDesksBuildItem desks(ParlanceBuildConfig config, List<SurveyBuildItem> surveys) {
        return SurveyDesksBuildItem.of(
                config.surveys().desks(),
                surveys.stream().map(SurveyBuildItem::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @BuildStep
    AdditionalIndexedClassesBuildItem index() {
        return new AdditionalIndexedClassesBuildItem(SurveyWebhooks.class.getName());
    }

    @BuildStep
    void parts(
            List<SurveyBuildItem> surveys,
            ParlanceBuildConfig config,
            CombinedIndexBuildItem index,
            BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<AdditionalResourceClassBuildItem> resources) {
        if (surveys.isEmpty()) {
            return;
        }
        beans.produce(AdditionalBeanBuildItem.unremovableOf(SurveyStoreBeans.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(SurveyFactory.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(DeskFactory.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(MessengerChannels.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(ListenerThreads.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(DueSurveys.class));
        beans.produce(AdditionalBeanBuildItem.builder()
                .addBeanClass(SurveyWebhooks.class)
                .setDefaultScope(BuiltinScope.SINGLETON.getName())
                .setUnremovable()
                .build());
        resources.produce(new AdditionalResourceClassBuildItem(
                index.getIndex().getClassByName(SurveyWebhooks.class),
                config.surveys().path()));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void beans(
            SurveyRecorder recorder,
            List<SurveyBuildItem> surveys,
            SurveyDesksBuildItem desks,
            ParlanceBuildConfig config,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        for (SurveyBuildItem survey : surveys) {
            SyntheticBeanBuildItem.ExtendedBeanConfigurator bean = SyntheticBeanBuildItem.configure(Surveys.class)
                    .scope(Singleton.class)
                    .addQualifier()
                    .annotation(Identifier.class)
                    .addValue("value", survey.name())
                    .done()
                    .addInjectionPoint(Type.create(DotName.createSimple(SurveyFactory.class), Type.Kind.CLASS))
                    .createWith(recorder.surveys(
                            survey.name(),
                            survey.folder(),
                            survey.promptFiles(),
                            config.surveys().path() + "/" + desks.numberOf(survey.name())))
                    .unremovable()
                    .setRuntimeInit();
            if (surveys.size() == 1) {
                bean.addQualifier(DotNames.DEFAULT);
            }
            beans.produce(bean.done());
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem deskSurveys(
            SurveyRecorder recorder, List<SurveyBuildItem> surveys, SurveyDesksBuildItem desks) {
        return SyntheticBeanBuildItem.configure(DeskSurveys.class)
                .scope(Singleton.class)
                .unremovable()
                .runtimeValue(recorder.deskSurveys(
                        surveys.stream().map(SurveyBuildItem::name).sorted().toList(), desks.byDesk()))
                .done();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void deskBeans(SurveyRecorder recorder, SurveyDesksBuildItem desks, BuildProducer<SyntheticBeanBuildItem> beans) {
        desks.desks().forEach((name, desk) -> {
            SyntheticBeanBuildItem.ExtendedBeanConfigurator bean = SyntheticBeanBuildItem.configure(SurveyDesk.class)
                    .scope(Singleton.class)
                    .addQualifier()
                    .annotation(Identifier.class)
                    .addValue("value", name)
                    .done()
                    .addInjectionPoint(Type.create(DotName.createSimple(DeskFactory.class), Type.Kind.CLASS))
                    .createWith(recorder.desk(
                            name,
                            desk.surveys().orElseGet(List::of),
                            desk.fallback().orElse(null),
                            desk.menu().orElse(null)))
                    .unremovable()
                    .setRuntimeInit();
            if (desks.desks().size() == 1) {
                bean.addQualifier(DotNames.DEFAULT);
            }
            beans.produce(bean.done());
        });
    }
}
