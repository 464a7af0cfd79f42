package dev.parlance.survey.question;

/** Where problems of a definition are reported. */
@FunctionalInterface
public interface Problems {
    /**
     * Adds a problem.
     *
     * @param path its place, such as {@code options[2]}; empty for the whole
     * @param what what is wrong, as the end of a sentence that begins with the place: "names an option twice"
     */
    void add(String path, String what);

    /** The same, for places below one. */
    default Problems below(String place) {
        return (path, what) -> add(path.isEmpty() ? place : place + "." + path, what);
    }
}
