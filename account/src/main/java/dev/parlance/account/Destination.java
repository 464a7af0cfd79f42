package dev.parlance.account;

import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a request goes: to Twilio, or to the one address that stands for all of Twilio's hosts. */
final class Destination {
    private static final Pattern TELLS_NOTHING_PERSONAL =
            Pattern.compile("v\\d|\\d{4}-\\d\\d-\\d\\d|[A-Z][A-Za-z]*(\\.json)?");

    private final Optional<String> base;

    Destination(Optional<URI> base) {
        base.filter(url -> url.getHost() == null || url.getRawQuery() != null).ifPresent(url -> {
            throw new IllegalArgumentException(
                    "A base URL is a scheme, a host and perhaps a port and a path, such as" + " http://localhost:1234");
        });
        this.base = base.map(url -> url.toString().replaceAll("/+$", ""));
    }

    /** The URL of a request. One that is not Twilio's is refused: the credentials would go there. */
    URI of(Request request) {
        URI url = URI.create(request.constructURL().toString());
        if (base.isPresent() && url.toString().startsWith(base.get() + "/")) {
            return url;
        }
        if (!"https".equals(url.getScheme()) || !HttpUtility.isValidTwilioUrl(url.toString())) {
            throw AccountException.notSetUp(
                    "A request, or the next page of a list, pointed to a place that is not Twilio's; it was not sent");
        }
        if (base.isEmpty()) {
            return url;
        }
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(base.get() + "/" + url.getHost() + url.getRawPath() + query);
    }

    /** A request as an error text names it, without names, numbers and parameters. */
    String describe(Request request) {
        URI url = of(request);
        String path = Arrays.stream(url.getPath().split("/"))
                .map(part -> TELLS_NOTHING_PERSONAL.matcher(part).matches() ? part : part.isEmpty() ? "" : "…")
                .collect(Collectors.joining("/"));
        return request.getMethod() + " " + url.getHost() + path;
    }
}
