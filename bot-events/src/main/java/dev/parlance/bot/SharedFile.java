package dev.parlance.bot;

/**
 * A picture or another file that came with a message.
 *
 * @param id what the sender's platform calls it: a file's id, or a medium's SID in a conversation
 * @param name what it is called; may be empty
 * @param contentType its media type
 * @param size how many bytes it has; 0 where that is not told
 */
public record SharedFile(String id, String name, String contentType, long size) {
    /** What kind of file it is; never its name. */
    @Override
    public String toString() {
        return "SharedFile[" + id + ", " + contentType + ", " + size + " bytes]";
    }
}
