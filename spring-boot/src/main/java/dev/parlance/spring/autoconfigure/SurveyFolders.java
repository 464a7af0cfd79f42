package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.definition.SurveyFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** Finds the surveys below a location, such as {@code classpath:surveys/} or {@code file:/etc/surveys/}. */
final class SurveyFolders {
    private static final String DEFINITION = "survey.json";
    private static final String CLASSPATH = "classpath:";

    private SurveyFolders() {}

    /** The folders of surveys, by name. */
    static Map<String, SurveyFolder> in(String location) {
        String folder = location.endsWith("/") ? location : location + "/";
        Map<String, SurveyFolder> found = new TreeMap<>();
        try {
            for (Resource definition :
                    new PathMatchingResourcePatternResolver().getResources(folder + "*/" + DEFINITION)) {
                String name = nameOf(definition);
                found.put(name, folder(folder, name, definition));
            }
        } catch (FileNotFoundException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The surveys in " + location + " can't be read", e);
        }
        return found;
    }

    private static String nameOf(Resource definition) throws IOException {
        String[] path =
                StringUtils.delimitedListToStringArray(definition.getURL().getPath(), "/");
        return StringUtils.uriDecode(path[path.length - 2], StandardCharsets.UTF_8);
    }

    private static SurveyFolder folder(String location, String name, Resource definition) throws IOException {
        return location.startsWith(CLASSPATH)
                ? SurveyFolder.classpath(SurveyFolders.class, location.substring(CLASSPATH.length()) + name)
                : SurveyFolder.at(Path.of(definition.getFile().getParent()));
    }
}
