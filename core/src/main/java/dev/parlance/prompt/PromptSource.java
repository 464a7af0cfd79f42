package dev.parlance.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the files of a prompt bundle are. Implement it to keep them in a bucket or a database.
 *
 * <pre>{@code
 * Prompts.from(PromptSource.folder(Path.of("prompts")));
 * Prompts.from(PromptSource.classpath(Application.class, "prompts"));
 * }</pre>
 */
public interface PromptSource {
    /** The files, as they are now. Those with other names than a bundle's may be among them. */
    List<PromptFile> files() throws IOException;

    /** What a person would call the place, put before a file's name in error texts: {@code prompts}. */
    String description();

    /** The files of a folder. */
    static PromptSource folder(Path folder) {
        return new FolderSource(folder);
    }

    /**
     * The files of a folder on the class path, in a directory or in a jar.
     *
     * @param anchor a class beside which, or in the same jar as which, the folder is
     * @param folder the folder, from the root of the class path: {@code prompts} or {@code com/example/prompts}
     */
    static PromptSource classpath(Class<?> anchor, String folder) {
        return new ClasspathSource(anchor, folder);
    }

    /** Prompts from a map of languages to keys to texts. */
    static PromptSource map(Map<String, Map<String, String>> textsByKeyByLanguage) {
        return new MapSource(textsByKeyByLanguage);
    }
}
