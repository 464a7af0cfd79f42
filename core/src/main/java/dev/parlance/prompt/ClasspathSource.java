package dev.parlance.prompt;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a folder on the class path. */
record ClasspathSource(Class<?> anchor, String folder) implements PromptSource {

    @Override
    public List<PromptFile> files() throws IOException {
        URL url = find();
        if (url == null) {
            throw new FileNotFoundException("there is no folder " + folder + " on the class path of " + anchor.getName()
                    + "; a jar must have an entry for the folder itself");
        }
        return switch (url.getProtocol()) {
            case "file" -> new FolderSource(Path.of(uri(url))).files();
            case "jar" -> inJar(url);
            default -> throw new IOException("cannot list the folder at " + url + "; load it from the file system");
        };
    }

    private @Nullable URL find() {
        return anchor.getResource("/" + folder);
    }

    /** Opens the jar each time, because others could close a shared file system. */
    private static List<PromptFile> inJar(URL url) throws IOException {
        String spec = uri(url).getRawSchemeSpecificPart();
        int separator = spec.lastIndexOf("!/");
        Path jar = Path.of(URI.create(spec.substring(0, separator)));
        String inside = URI.create(spec.substring(separator + 1)).getPath();
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            return new FolderSource(files.getPath(inside)).files();
        }
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("malformed resource URL " + url, e);
        }
    }

    @Override
    public String description() {
        return "classpath:" + folder;
    }
}
