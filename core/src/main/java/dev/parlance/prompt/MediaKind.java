package dev.parlance.prompt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The types of files that Twilio plays in calls, and shows with texts. */
enum MediaKind {
    RECORDING(
            "a call can play only ",
            Map.of(
                    "mp3", "audio/mpeg",
                    "wav", "audio/wav",
                    "aif", "audio/aiff",
                    "aiff", "audio/aiff",
                    "gsm", "audio/gsm",
                    "ulaw", "audio/ulaw")),
    PICTURE(
            "a text can show only ",
            Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif"));

    private final String can;
    private final Map<String, String> types;

    MediaKind(String can, Map<String, String> types) {
        this.can = can;
        this.types = new TreeMap<>(types);
    }

    Optional<String> typeOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(types.get(extension));
    }

    /** The allowed types, as a sentence. */
    String allowed() {
        return can + String.join(", ", types.keySet());
    }
}
