package dev.parlance.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of the recordings and pictures that prompts name. Implement this interface to keep them in a bucket or a database.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.builder(PromptSource.folder(folder.resolve("prompts")))
 *         .media(MediaSource.folder(folder))
 *         .build();
 * }</pre>
 */
public interface MediaSource {
    /**
     * Opens a file.
     *
     * @param name the file's path in the folder, with slashes: {@code audio/welcome.mp3}; never a path out of the folder
     * @return empty if there is no such file
     */
    Optional<InputStream> open(String name) throws IOException;

    /** The name of the source, which error messages show: {@code surveys/coffee}. */
    String description();

    /** The files of a folder. */
    static MediaSource folder(Path folder) {
        return new MediaFolder(folder);
    }

    /**
     * The files of a folder on the class path, in a directory or in a jar.
     *
     * @param anchor a class from the same directory or jar as the folder
     * @param folder the folder's path from the root of the class path
     */
    static MediaSource classpath(Class<?> anchor, String folder) {
        return new ClasspathMedia(anchor, folder);
    }
}
