package dev.parlance.prompt;

import dev.parlance.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and checks the media of prompts, which are lists of URLs and files: {@code welcome.audio} has the recordings of {@code
 * welcome}, {@code welcome.image} its pictures.
 */
final class PromptMedia {
    static final String AUDIO = ".audio";
    static final String IMAGE = ".image";

    private static final String SENTENCE = "survey.";
    private static final String VOICE = ".voice";
    private static final String WITHOUT_IMAGE = ".withoutImage";
    /** Endings of prompts that are never said on a call. */
    private static final List<String> UNSPOKEN = List.of(".text", ".also", ".unanswered");

    private static final int MOST_PICTURES = 10;

    private PromptMedia() {}

    /** The URLs and files in a list. */
    static List<String> urls(String list) {
        return List.of(list.strip().split("\\s+"));
    }

    static boolean isMedia(String key, Set<String> all) {
        return isRecording(key, all) || isPicture(key, all);
    }

    /** Whether a key names a recording: of another prompt, or of one of this library's own sentences. */
    private static boolean isRecording(String key, Set<String> all) {
        return key.endsWith(AUDIO) && (key.startsWith(SENTENCE) || all.contains(without(AUDIO, key)));
    }

    private static boolean isPicture(String key, Set<String> all) {
        return key.endsWith(IMAGE) && all.contains(without(IMAGE, key));
    }

    static boolean hasRecordings(Map<String, Prompt> prompts) {
        return prompts.keySet().stream().anyMatch(key -> isRecording(key, prompts.keySet()));
    }

    static boolean hasAny(Map<String, Prompt> prompts) {
        return prompts.keySet().stream().anyMatch(key -> isMedia(key, prompts.keySet()));
    }

    /** Checks a list of media. Those of this library's own sentences can have placeholders, which are checked elsewhere. */
    static void check(Prompt media, MediaFiles files, List<Problem> errors) {
        boolean isSentence = media.key().startsWith(SENTENCE);
        boolean isPicture = media.key().endsWith(IMAGE);
        List<String> all = urls(media.text());
        List<String> names = all.stream()
                .filter(each -> !isUrl(each) && !(isSentence && isUrlOnceFilled(each)))
                .toList();
        if (!isSentence && !media.template().names().isEmpty()) {
            errors.add(media.problem("lists URLs, which can't have placeholders"));
        } else if (!names.stream().allMatch(name -> canBeFile(name, files))) {
            errors.add(media.problem("must list URLs that start with https://,"
                    + (files.areAllowed() ? " or files of the folder, separated by blanks" : " separated by blanks")));
        } else if (isPicture && all.size() > MOST_PICTURES) {
            errors.add(media.problem(
                    "lists " + all.size() + " pictures, but a message can have at most " + MOST_PICTURES));
        } else {
            MediaKind kind = isPicture ? MediaKind.PICTURE : MediaKind.RECORDING;
            names.stream()
                    .flatMap(name -> read(name, kind, files).stream())
                    .forEach(problem -> errors.add(media.problem(problem)));
        }
    }

    private static boolean canBeFile(String name, MediaFiles files) {
        return files.areAllowed() && (MediaFiles.isName(name) || MediaFiles.isNameForKeys(name));
    }

    private static Optional<String> read(String name, MediaKind kind, MediaFiles files) {
        return MediaFiles.isName(name) ? files.read(name, kind) : files.readForKeys(name, kind);
    }

    private static boolean isUrlOnceFilled(String url) {
        return url.equals("{label}") || isUrl(url.replaceAll("\\{\\w+(\\.\\w+)?}", "1"));
    }

    private static boolean isUrl(String text) {
        try {
            URI url = URI.create(text);
            return "https".equals(url.getScheme()) && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Checks that each prompt of a language without a voice has a recording. */
    static void checkComplete(String tag, Map<String, Prompt> prompts, List<Problem> errors) {
        Set<String> keys = prompts.keySet();
        prompts.forEach((key, prompt) -> {
            if (isSpoken(key, keys) && !isRecorded(key, keys)) {
                errors.add(prompt.problem("needs a recording, \"" + key + AUDIO + "\", because " + tag
                        + " has recordings but no \"voice\""));
            }
        });
    }

    private static boolean isSpoken(String key, Set<String> all) {
        return !key.startsWith(SENTENCE)
                && !isMedia(key, all)
                && !all.contains(key + WITHOUT_IMAGE)
                && UNSPOKEN.stream().noneMatch(key::endsWith);
    }

    private static boolean isRecorded(String key, Set<String> all) {
        String other = key.endsWith(VOICE) ? without(VOICE, key) : key + VOICE;
        return all.contains(key + AUDIO) || all.contains(other + AUDIO);
    }

    private static String without(String suffix, String key) {
        return key.substring(0, key.length() - suffix.length());
    }
}
