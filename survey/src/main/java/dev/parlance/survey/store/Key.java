package dev.parlance.survey.store;

/**
 * The name of a document.
 *
 * @param shelf which kind of documents it stands with, such as {@code session:coffee}
 * @param id its name among them
 */
public record Key(String shelf, String id) {
    /** The longest part, in characters. */
    public static final int LONGEST = 300;

    /** Checks that both parts are there. */
    public Key {
        if (shelf.isEmpty() || id.isEmpty() || shelf.length() > LONGEST || id.length() > LONGEST) {
            throw new IllegalArgumentException("A key needs a shelf and an id of 1 to " + LONGEST + " characters");
        }
    }

    /** The shelf; the id may be a person's number. */
    @Override
    public String toString() {
        return "Key[" + shelf + "]";
    }
}
