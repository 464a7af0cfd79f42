package dev.parlance.fake.aws;

/** The service answers with this error code. */
final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    AwsError(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
