package dev.parlance.fake.twilio.messaging;

/** A picture, sound or video that a person sends. */
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
