package dev.parlance.serverless;

/**
 * What becomes of a variable; its value is not told.
 *
 * @param action what is done
 * @param key its name
 */
public record VariableChange(Action action, String key) {
    /** {@code + variable GREETING}. */
    @Override
    public String toString() {
        return action.sign() + " variable " + key;
    }
}
