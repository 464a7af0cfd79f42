package dev.parlance.testkit.aws;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to AWS, as a policy speaks of it.
 *
 * @param accessKey who asks: the access key's id
 * @param action what is asked for: {@code dynamodb:GetItem}
 */
public record AwsCall(String accessKey, String action) {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/[^/]+/[^/]+/([^/]+)/");

    /** Policies call one service by another name than signatures do. */
    private static final Map<String, String> SERVICES = Map.of("eventbridge", "events");

    private static final Map<String, String> OBJECT_ACTIONS =
            Map.of("GET", "GetObject", "HEAD", "GetObject", "PUT", "PutObject", "DELETE", "DeleteObject");
    private static final Map<String, String> BUCKET_ACTIONS =
            Map.of("GET", "ListBucket", "HEAD", "ListBucket", "PUT", "CreateBucket", "DELETE", "DeleteBucket");

    /** A request of a service that names its operation in a header. */
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
