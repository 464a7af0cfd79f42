package dev.parlance.aws.lambda;

/** Thrown to return a status other than 200 to an API without a proxy integration, which has no other way. */
final class MappedRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    MappedRefusal(String message) {
        super(message, null, false, false);
    }
}
