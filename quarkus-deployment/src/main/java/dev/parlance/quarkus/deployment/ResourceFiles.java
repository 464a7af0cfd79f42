package dev.parlance.quarkus.deployment;

import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.paths.PathVisit;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;

/** The files below a folder on the class path of the application. */
final class ResourceFiles {
    private ResourceFiles() {}

    /** Their paths from the root of the class path. */
    static Set<String> below(ApplicationArchivesBuildItem archives, String folder) {
        Set<String> found = new TreeSet<>();
        archives.getAllApplicationArchives()
                .forEach(archive -> archive.accept(tree -> tree.walkIfContains(folder, visit -> add(visit, found))));
        return found;
    }

    private static void add(PathVisit visit, Set<String> found) {
        if (!Files.isDirectory(visit.getPath())) {
            found.add(visit.getRelativePath("/"));
        }
    }
}
