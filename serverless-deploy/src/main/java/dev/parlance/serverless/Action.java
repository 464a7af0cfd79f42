package dev.parlance.serverless;

/** What a deployment does with a file or a variable. */
public enum Action {
    /** It does not exist yet and will be created. */
    CREATE('+'),
    /** It exists and will be changed. */
    CHANGE('~'),
    /** It exists and will be removed. */
    REMOVE('-'),
    /** It is up to date. */
    KEEP(' ');

    private final char sign;

    Action(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }
}
