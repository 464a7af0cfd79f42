package dev.parlance.aws.lambda;

/** The only way in which a function tells an API without a proxy integration that it answers with another status than 200. */
final class MappedRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    MappedRefusal(String message) {
        super(message, null, false, false);
    }
}
