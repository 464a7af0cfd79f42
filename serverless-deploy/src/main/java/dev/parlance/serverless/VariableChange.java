package dev.parlance.serverless;

/**
 * A planned change to a variable. Does not contain the value.
 *
 * @param action what the deployment does with it
 * @param key the name of the variable
 */
public record VariableChange(Action action, String key) {
    /** {@code + variable GREETING}. */
    @Override
    public String toString() {
        return action.sign() + " variable " + key;
    }
}
