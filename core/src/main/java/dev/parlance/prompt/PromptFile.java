package dev.parlance.prompt;

/** One file of a prompt bundle, as a {@link PromptSource} finds it. Immutable. */
public final class PromptFile {
    private final String name;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name its name without folders: {@code es-MX.env}
     * @param bytes what it holds
     */
    public PromptFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Its name without folders. */
    public String name() {
        return name;
    }

    /** A copy of what it holds. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Its name and size. */
    @Override
    public String toString() {
        return name + ", " + bytes.length + " bytes";
    }
}
