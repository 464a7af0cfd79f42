package dev.parlance.quarkus.deployment;

import dev.parlance.prompt.Prompts;
import dev.parlance.quarkus.runtime.ParlanceBuildConfig;
import dev.parlance.quarkus.runtime.PromptsRecorder;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** A bean of the type {@link Prompts}, if the application has a folder of prompts. */
final class PromptsProcessor {
    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void prompts(
            PromptsRecorder recorder,
            ParlanceBuildConfig config,
            ApplicationArchivesBuildItem archives,
            BuildProducer<SyntheticBeanBuildItem> beans,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watched) {
        String folder = config.prompts().location();
        Set<String> files = ResourceFiles.below(archives, folder);
        if (files.isEmpty()) {
            return;
        }
        files.forEach(file -> watched.produce(new HotDeploymentWatchedFileBuildItem(file)));
        beans.produce(SyntheticBeanBuildItem.configure(Prompts.class)
                .scope(Singleton.class)
                .defaultBean()
                .runtimeValue(recorder.prompts(folder, names(files, folder)))
                .done());
    }

    /** The names of the files directly in a folder. */
    static List<String> names(Set<String> files, String folder) {
        String prefix = folder + "/";
        return files.stream()
                .filter(file -> file.startsWith(prefix) && file.indexOf('/', prefix.length()) < 0)
                .map(file -> file.substring(prefix.length()))
                .toList();
    }
}
