package dev.parlance.survey;

import dev.parlance.prompt.MediaFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last part of a media file's URL: {@code welcome-9f86….mp3}. Only someone who has the file can guess it, and it changes with
 * the content.
 */
record MediaPath(MediaFile file) {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]*-([0-9a-f]{64})\\.[A-Za-z0-9]{1,5}");

    String fileName() {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot).replaceAll("[^A-Za-z0-9_-]", "") + "-" + file.sha256() + name.substring(dot);
    }

    /** The hash in a path; empty if it is not the path of a media file. */
    static Optional<String> hashIn(String path) {
        Matcher fileName = FILE_NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
        return fileName.matches() ? Optional.of(fileName.group(1)) : Optional.empty();
    }
}
