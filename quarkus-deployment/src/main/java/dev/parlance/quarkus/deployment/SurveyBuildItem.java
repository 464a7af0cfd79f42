package dev.parlance.quarkus.deployment;

import io.quarkus.builder.item.MultiBuildItem;
import java.util.List;

/** A folder with a survey. */
final class SurveyBuildItem extends MultiBuildItem {
    private final String name;
    private final String folder;
    private final List<String> promptFiles;

    SurveyBuildItem(String name, String folder, List<String> promptFiles) {
        this.name = name;
        this.folder = folder;
        this.promptFiles = promptFiles;
    }

    String name() {
        return name;
    }

    String folder() {
        return folder;
    }

    List<String> promptFiles() {
        return promptFiles;
    }
}
