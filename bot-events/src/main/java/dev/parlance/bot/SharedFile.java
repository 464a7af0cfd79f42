package dev.parlance.bot;

/**
 * A file attached to a message.
 *
 * @param id the platform's id: Slack's file id, or the media SID in a conversation
 * @param name the file name; can be empty
 * @param contentType the media type
 * @param size the size in bytes; 0 if unknown
 */
public record SharedFile(String id, String name, String contentType, long size) {
    /** Id, media type and size. Never contains the name. */
    @Override
    public String toString() {
        return "SharedFile[" + id + ", " + contentType + ", " + size + " bytes]";
    }
}
