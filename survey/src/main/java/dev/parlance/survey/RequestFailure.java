package dev.parlance.survey;

/** A request that got no usable reply. */
final class RequestFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean mayBeDone;

    /**
     * Creates a failure.
     *
     * @param mayBeDone whether the other side may have done what was requested
     */
    RequestFailure(String message, boolean mayBeDone) {
        super(message);
        this.mayBeDone = mayBeDone;
    }

    boolean mayBeDone() {
        return mayBeDone;
    }
}
