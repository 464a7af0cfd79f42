package dev.parlance.prompt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The types of files that Twilio plays in calls, and shows with texts. */
enum MediaKind {
    RECORDING("a call can play only "),
    PICTURE("a text can show only ");

    private static final Map<String, String> SOUNDS = Map.of(
            "mp3", "audio/mpeg",
            "wav", "audio/wav",
            "aif", "audio/aiff",
            "aiff", "audio/aiff",
            "gsm", "audio/gsm",
            "ulaw", "audio/ulaw");
    private static final Map<String, String> IMAGES =
            Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif");

    private final String can;

    MediaKind(String can) {
        this.can = can;
    }

    private Map<String, String> types() {
        return this == PICTURE ? IMAGES : SOUNDS;
    }

    Optional<String> typeOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(types().get(extension));
    }

    /** The allowed types, as a sentence. */
    String allowed() {
        return can + String.join(", ", new TreeSet<>(types().keySet()));
    }
}
