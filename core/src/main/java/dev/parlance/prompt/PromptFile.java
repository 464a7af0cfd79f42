package dev.parlance.prompt;

/** A file of a prompt bundle, as found by a {@link PromptSource}. Immutable. */
public final class PromptFile {
    private final String name;
    private final byte[] bytes;

    /**
     * Creates a file.
     *
     * @param name the file name without folders: {@code es-MX.env}
     * @param bytes the content
     */
    public PromptFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** The file name without folders. */
    public String name() {
        return name;
    }

    /** A copy of the content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The name and the size. */
    @Override
    public String toString() {
        return name + ", " + bytes.length + " bytes";
    }
}
