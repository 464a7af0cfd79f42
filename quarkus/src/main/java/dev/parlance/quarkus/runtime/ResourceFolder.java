package dev.parlance.quarkus.runtime;

import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of prompts on the class path of the application, with the files that it had at build time.
 *
 * @param folder the path, without a slash at the end
 * @param names the names of the files
 */
record ResourceFolder(String folder, List<String> names) implements PromptSource {
    @Override
    public List<PromptFile> files() throws IOException {
        List<PromptFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(new PromptFile(name, read(folder + "/" + name)));
        }
        return files;
    }

    @Override
    public String description() {
        return "classpath:" + folder;
    }

    /** Reads a file from the class path of the application. */
    static byte[] read(String path) throws IOException {
        try (InputStream in = open(path)) {
            if (in == null) {
                throw new FileNotFoundException("there is no file " + path + " on the class path");
            }
            return in.readAllBytes();
        }
    }

    /** Opens a file on the class path of the application, which is not that of this class in development. */
    static @Nullable InputStream open(String path) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
    }
}
