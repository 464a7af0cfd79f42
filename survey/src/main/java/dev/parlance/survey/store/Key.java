package dev.parlance.survey.store;

/**
 * The key of a document.
 *
 * @param shelf the collection, for example {@code session:coffee}
 * @param id the id within the shelf
 */
public record Key(String shelf, String id) {
    /** The maximum length of each part, in characters. */
    public static final int LONGEST = 300;

    /** Checks that both parts have 1 to 300 characters. */
    public Key {
        if (shelf.isEmpty() || id.isEmpty() || shelf.length() > LONGEST || id.length() > LONGEST) {
            throw new IllegalArgumentException("A key's shelf and id must have 1 to " + LONGEST + " characters each");
        }
    }

    /** The shelf only, because the id may be a person's number. */
    @Override
    public String toString() {
        return "Key[" + shelf + "]";
    }
}
