package dev.parlance.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files of a prompt bundle. Implement this interface to keep them in a bucket or a database.
 *
 * <pre>{@code
 * Prompts.from(PromptSource.folder(Path.of("prompts")));
 * Prompts.from(PromptSource.classpath(getClass(), "prompts"));
 * }</pre>
 */
public interface PromptSource {
    /** The current files. Can include files that are not part of a bundle. */
    List<PromptFile> files() throws IOException;

    /** The name of the source, which error messages show before a file name: {@code prompts}. */
    String description();

    /** The files of a folder. */
    static PromptSource folder(Path folder) {
        return new FolderSource(folder);
    }

    /**
     * The files of a folder on the class path, in a directory or in a jar.
     *
     * @param anchor a class from the same directory or jar as the folder
     * @param folder the folder's path from the root of the class path: {@code prompts} or {@code com/example/prompts}
     */
    static PromptSource classpath(Class<?> anchor, String folder) {
        return new ClasspathSource(anchor, folder);
    }

    /** Prompts from a map of language to key to text. */
    static PromptSource map(Map<String, Map<String, String>> textsByKeyByLanguage) {
        return new MapSource(textsByKeyByLanguage);
    }
}
