package dev.parlance.testkit.messaging;

/** A picture, a sound or a film in a person's text. */
public final class Attachment {
    private final String contentType;
    private final byte[] content;

    public Attachment(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content.clone();
    }

    public String contentType() {
        return contentType;
    }

    public byte[] content() {
        return content.clone();
    }
}
