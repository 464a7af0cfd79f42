package dev.parlance.fake.twilio.world;

import java.io.Serial;

/** A refusal by the API, with Twilio's error code and message. */
public final class ApiError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    public ApiError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public static ApiError badRequest(int code, String message) {
        return new ApiError(400, code, message);
    }

    public static ApiError notFound(String path) {
        return new ApiError(404, 20404, "The requested resource " + path + " was not found");
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }
}
