package dev.parlance.serverless;

/** What a deployment does with a file or a variable. */
public enum Action {
    /** It is not there yet. */
    CREATE('+'),
    /** It is there, and different. */
    CHANGE('~'),
    /** It is there, and will not be. */
    REMOVE('-'),
    /** It is there as it should be. */
    KEEP(' ');

    private final char sign;

    Action(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }
}
