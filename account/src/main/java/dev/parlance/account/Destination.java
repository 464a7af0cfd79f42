package dev.parlance.account;

import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a request goes: to Twilio, or to the one address that stands for all of Twilio's hosts. */
final class Destination {
    private static final Pattern COLLECTION = Pattern.compile("[A-Z][A-Za-z]*(\\.json)?");

    private final Optional<String> base;

    Destination(Optional<URI> base) {
        base.filter(url -> url.getHost() == null || url.getRawQuery() != null).ifPresent(url -> {
            throw new IllegalArgumentException(
                    "A base URL is a scheme, a host and perhaps a port and a path, such as http://localhost:1234");
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
        return below(url);
    }

    /** The URL itself, or what stands for it below the one address. */
    URI below(URI url) {
        if (base.isEmpty()) {
            return url;
        }
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(base.get() + "/" + url.getHost() + url.getRawPath() + query);
    }

    /**
     * A request as an error text names it: the collections of its path, which stand at every second place after the
     * version, and nothing between them, which may be a number or a person's name.
     */
    String describe(Request request) {
        URI url = URI.create(request.constructURL().toString());
        String[] parts = url.getPath().split("/", -1);
        String path = IntStream.range(1, parts.length)
                .mapToObj(i ->
                        i == 1 || (i % 2 == 0 && COLLECTION.matcher(parts[i]).matches()) ? parts[i] : "…")
                .collect(Collectors.joining("/"));
        return request.getMethod() + " " + url.getHost() + "/" + path;
    }
}
