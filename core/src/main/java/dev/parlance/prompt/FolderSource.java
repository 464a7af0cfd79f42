package dev.parlance.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder in the file system or in an opened jar. */
record FolderSource(Path folder) implements PromptSource {
    private static final int MAX_FILES = 1_000;

    /** The largest prompt file, in bytes. Reading one byte more is enough to see that a file is too large. */
    static final int MAX_FILE_BYTES = 1 << 20;

    @Override
    public List<PromptFile> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> paths;
        try (Stream<Path> found = Files.list(folder)) {
            paths = found.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
        }
        if (paths.size() > MAX_FILES) {
            throw new IOException(folder + " has more than " + MAX_FILES + " files");
        }
        List<PromptFile> files = new ArrayList<>(paths.size());
        for (Path path : paths) {
            if (BundleFile.hasFormat(path.getFileName().toString())) {
                files.add(read(path));
            }
        }
        return files;
    }

    private static PromptFile read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new PromptFile(path.getFileName().toString(), in.readNBytes(MAX_FILE_BYTES + 1));
        }
    }

    @Override
    public String description() {
        return folder.toString();
    }
}
