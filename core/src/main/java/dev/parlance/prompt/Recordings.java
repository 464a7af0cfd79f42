package dev.parlance.prompt;

import dev.parlance.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds and checks the recordings of prompts: {@code welcome.audio} lists the URLs of those of {@code welcome}. */
final class Recordings {
    private static final String SUFFIX = ".audio";
    private static final String SENTENCE = "survey.";
    /** Endings of prompts that are never said on a call. */
    private static final List<String> UNSPOKEN = List.of(".text", ".also", ".unanswered");

    private Recordings() {}

    static String keyOf(String prompt) {
        return prompt + SUFFIX;
    }

    /** The URLs in a list. */
    static List<String> urls(String list) {
        return List.of(list.strip().split("\\s+"));
    }

    /** Whether a key names a recording: of another prompt, or of one of this library's own sentences. */
    static boolean isRecording(String key, Set<String> all) {
        return key.endsWith(SUFFIX) && (key.startsWith(SENTENCE) || all.contains(basis(key, SUFFIX)));
    }

    static boolean hasAny(Map<String, Prompt> prompts) {
        return prompts.keySet().stream().anyMatch(key -> isRecording(key, prompts.keySet()));
    }

    /** Checks the URLs of a recording. Those of this library's own sentences can have placeholders, which are checked elsewhere. */
    static void check(Prompt recording, List<Problem> errors) {
        boolean isSentence = recording.key().startsWith(SENTENCE);
        if (!isSentence && !recording.template().names().isEmpty()) {
            errors.add(recording.problem("is a recording, which can't have placeholders"));
            return;
        }
        for (String url : urls(recording.text())) {
            boolean isPlaceholder = isSentence && url.equals("{label}");
            if (!isPlaceholder && !isUrl(url.replaceAll("\\{\\w+}", "1"))) {
                errors.add(recording.problem("must list URLs of recordings that start with https://, separated by blanks"));
                return;
            }
        }
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
            if (isSpoken(key, keys) && !isCovered(key, keys)) {
                errors.add(prompt.problem("needs a recording, \"" + keyOf(key) + "\", because " + tag
                        + " has recordings but no \"voice\""));
            }
        });
    }

    private static boolean isSpoken(String key, Set<String> all) {
        return !key.startsWith(SENTENCE)
                && !isRecording(key, all)
                && UNSPOKEN.stream().noneMatch(key::endsWith);
    }

    private static boolean isCovered(String key, Set<String> all) {
        String voice = ".voice";
        String other = key.endsWith(voice) ? basis(key, voice) : key + voice;
        return all.contains(keyOf(key)) || all.contains(keyOf(other));
    }

    private static String basis(String key, String suffix) {
        return key.substring(0, key.length() - suffix.length());
    }
}
