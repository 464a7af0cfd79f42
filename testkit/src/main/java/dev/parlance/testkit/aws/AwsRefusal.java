package dev.parlance.testkit.aws;

/** What a service answers with an error of this code. */
final class AwsRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    AwsRefusal(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
