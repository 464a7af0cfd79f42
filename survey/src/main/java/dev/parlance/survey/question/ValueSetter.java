package dev.parlance.survey.question;

/** A question that nobody is asked: it sets a variable of the survey, or a field or a group of the person's contact. */
public interface ValueSetter extends Automatic {
    /** What it sets. */
    Target target();

    /** The name of the variable, the field or the group. */
    String name();

    /** What a question sets. */
    enum Target {
        /** A variable, in this run of the survey. */
        VARIABLE("variable"),
        /** A field of the contact. */
        FIELD("contact"),
        /** The person joins a group. */
        ADD("addTo"),
        /** The person leaves a group. */
        REMOVE("removeFrom");

        private final String word;

        Target(String word) {
            this.word = word;
        }

        /** The name of its field in {@code survey.json}. */
        public String word() {
            return word;
        }

        /** Whether this is a group. */
        public boolean isGroup() {
            return this == ADD || this == REMOVE;
        }
    }
}
