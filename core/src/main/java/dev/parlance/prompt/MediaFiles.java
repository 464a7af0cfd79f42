package dev.parlance.prompt;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The media files that the prompts of a bundle name. Each is read once. */
final class MediaFiles {
    /** Letters, digits, dots, hyphens and underscores, without a dot at the start. */
    private static final String PART = "[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N}._-]*";

    private static final Pattern NAME = Pattern.compile(PART + "(?:/" + PART + ")*");
    private static final String KEY = "{key}";
    /** The last key that an option can have. */
    private static final int LAST_KEY = 100;

    private final Optional<MediaLookup> lookup;
    private final Map<String, MediaFile> found = new TreeMap<>();

    MediaFiles(Optional<MediaLookup> lookup) {
        this.lookup = lookup;
    }

    /** Whether prompts can name files, not only URLs. */
    boolean areAllowed() {
        return lookup.isPresent();
    }

    /** The files that were found, by name. */
    Map<String, MediaFile> found() {
        return found;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a text is the name of a file for each key of an option: {@code press-{key}.mp3}. */
    static boolean isNameForKeys(String text) {
        return text.contains(KEY) && isName(forKey(text, 1));
    }

    private static String forKey(String name, int key) {
        return name.replace(KEY, Integer.toString(key));
    }

    /** Reads a file. Returns what is wrong with it, to follow the name of the prompt; empty if nothing is wrong. */
    Optional<String> read(String name, MediaKind kind) {
        Optional<String> type = kind.typeOf(name);
        if (type.isEmpty()) {
            return Optional.of("names the file " + name + ", but " + kind.allowed());
        }
        if (found.containsKey(name)) {
            return Optional.empty();
        }
        MediaLookup files = lookup.orElseThrow();
        try {
            Optional<MediaFile> file = files.find(name, type.get());
            file.ifPresent(read -> found.put(name, read));
            return file.isPresent()
                    ? Optional.empty()
                    : Optional.of("names the file " + files.description() + "/" + name + ", which does not exist");
        } catch (IOException e) {
            return Optional.of("names the file " + name + ", which can't be used: " + e.getMessage());
        }
    }

    /** Reads a file for each key. A key can lack a file: the voice says its sentence. Returns what is wrong with the first one. */
    Optional<String> readForKeys(String name, MediaKind kind) {
        Optional<String> problem = read(forKey(name, 1), kind);
        for (int key = 0; key <= LAST_KEY && problem.isEmpty(); key++) {
            var unused = read(forKey(name, key), kind);
        }
        return problem;
    }
}
