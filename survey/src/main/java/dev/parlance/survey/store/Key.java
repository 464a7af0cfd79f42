package dev.parlance.survey.store;

/**
 * The key of a document.
 *
 * @param collection the collection, for example {@code session:coffee}
 * @param id the id within the shelf
 */
public record Key(String collection, String id) {
    /** The maximum length of each part, in characters. */
    public static final int MAX_LENGTH = 300;

    /** Checks that both parts have 1 to 300 characters. */
    public Key {
        if (collection.isEmpty() || id.isEmpty() || collection.length() > MAX_LENGTH || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A key's shelf and id must have 1 to " + MAX_LENGTH + " characters each");
        }
    }

    /** The shelf only, because the id may be a person's number. */
    @Override
    public String toString() {
        return "Key[" + collection + "]";
    }
}
