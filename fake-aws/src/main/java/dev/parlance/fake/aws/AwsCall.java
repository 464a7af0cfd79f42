package dev.parlance.fake.aws;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to AWS, named as in an IAM policy.
 *
 * @param accessKey the ID of the caller's access key
 * @param action the requested action: {@code dynamodb:GetItem}
 */
public record AwsCall(String accessKey, String action) {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/[^/]+/[^/]+/([^/]+)/");

    /** Services with one name in signatures and another in policies. */
    private static final Map<String, String> SERVICES = Map.of("eventbridge", "events");

    private static final Map<String, String> OBJECT_ACTIONS =
            Map.of("GET", "GetObject", "HEAD", "GetObject", "PUT", "PutObject", "DELETE", "DeleteObject");
    private static final Map<String, String> BUCKET_ACTIONS =
            Map.of("GET", "ListBucket", "HEAD", "ListBucket", "PUT", "CreateBucket", "DELETE", "DeleteBucket");

    /** A call to a service that takes the operation from a header. */
    static AwsCall of(String authorization, String target) {
        Matcher credential = CREDENTIAL.matcher(authorization);
        boolean isSigned = credential.find();
        String service = isSigned ? credential.group(2) : "unknown";
        return new AwsCall(
                isSigned ? credential.group(1) : "",
                SERVICES.getOrDefault(service, service) + ":" + target.substring(target.indexOf('.') + 1));
    }

    static AwsCall of(HttpExchange exchange) {
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return of(authorization, target == null ? "." + s3(exchange) : target);
    }

    private static String s3(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        boolean isObject = path.indexOf('/', 1) > 0 && path.indexOf('/', 1) < path.length() - 1;
        return (isObject ? OBJECT_ACTIONS : BUCKET_ACTIONS).getOrDefault(exchange.getRequestMethod(), "Unknown");
    }
}
