package dev.parlance.testkit;

import java.util.Optional;

/** A picture, a sound or a film in a text. */
public final class FakeMedia {
    private final String contentType;
    private final String url;
    private final byte[] content;

    private FakeMedia(String contentType, String url, byte[] content) {
        this.contentType = contentType;
        this.url = url;
        this.content = content;
    }

    /** Something that a person sends. */
    public static FakeMedia of(String contentType, byte[] content) {
        return new FakeMedia(contentType, "", content.clone());
    }

    static FakeMedia at(String contentType, String url) {
        return new FakeMedia(contentType, url, new byte[0]);
    }

    /** What it is, such as {@code image/png}. */
    public String contentType() {
        return contentType;
    }

    /** Where it is; empty for what a person has not sent yet. */
    public Optional<String> url() {
        return Optional.of(url).filter(text -> !text.isEmpty());
    }

    /** A copy of what a person sends; nothing for what the application sent, which is at its {@link #url}. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "[" + contentType + (url.isEmpty() ? "" : " at " + url) + "]";
    }
}
