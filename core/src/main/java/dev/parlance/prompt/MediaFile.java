package dev.parlance.prompt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording or a picture that prompts name, such as {@code audio/welcome.mp3}. Immutable and thread-safe.
 *
 * <pre>{@code
 * MediaFile welcome = prompts.mediaFiles().get("audio/welcome.mp3");
 * WebhookResponse.bytes(welcome.type(), welcome.content().orElseThrow());
 * }</pre>
 */
public final class MediaFile {
    private final String name;
    private final String type;
    private final String sha256;
    private final byte @Nullable [] content;

    MediaFile(String name, String type, String sha256, byte @Nullable [] content) {
        this.name = name;
        this.type = type;
        this.sha256 = sha256;
        this.content = content;
    }

    /** The name in the prompts. */
    public String name() {
        return name;
    }

    /** The media type: {@code audio/mpeg}. */
    public String type() {
        return type;
    }

    /** The SHA-256 of the content in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** A copy of the content. Empty for prompts that were read from JSON, which has only the hashes. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content).map(byte[]::clone);
    }

    /** The name, never the content. */
    @Override
    public String toString() {
        return name;
    }
}
