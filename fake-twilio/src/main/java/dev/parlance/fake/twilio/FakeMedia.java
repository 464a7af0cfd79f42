package dev.parlance.fake.twilio;

import java.util.Optional;

/** A picture, sound or video in a text message. */
public final class FakeMedia {
    private final String contentType;
    private final String url;
    private final byte[] content;

    private FakeMedia(String contentType, String url, byte[] content) {
        this.contentType = contentType;
        this.url = url;
        this.content = content;
    }

    /** Media for a person to send. */
    public static FakeMedia of(String contentType, byte[] content) {
        return new FakeMedia(contentType, "", content.clone());
    }

    static FakeMedia at(String contentType, String url) {
        return new FakeMedia(contentType, url, new byte[0]);
    }

    /** The media type, for example {@code image/png}. */
    public String contentType() {
        return contentType;
    }

    /** The URL; empty for media that a person has not sent yet. */
    public Optional<String> url() {
        return Optional.of(url).filter(text -> !text.isEmpty());
    }

    /** A copy of the bytes that a person sends. Empty for media from the application, which is at its {@link #url}. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "[" + contentType + (url.isEmpty() ? "" : " at " + url) + "]";
    }
}
