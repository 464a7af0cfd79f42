package dev.parlance.survey.question;

/** Receives the problems of a definition. */
@FunctionalInterface
public interface ProblemCollector {
    /**
     * Reports a problem.
     *
     * @param path the place, such as {@code options[2]}; empty for the whole definition
     * @param what the problem, as the end of a sentence that starts with the place: "lists an option twice"
     */
    void add(String path, String what);

    /** Returns a receiver for problems below a place. */
    default ProblemCollector below(String place) {
        return (path, what) -> add(path.isEmpty() ? place : place + "." + path, what);
    }
}
