package dev.parlance.account;

import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The target of requests: Twilio, or a base URL that replaces all of Twilio's hosts. */
final class Destination {
    private static final Pattern COLLECTION = Pattern.compile("[A-Z][A-Za-z]*(\\.json)?");

    private final Optional<String> base;

    Destination(Optional<URI> base) {
        base.filter(url -> url.getHost() == null || url.getRawQuery() != null).ifPresent(url -> {
            throw new IllegalArgumentException(
                    "A base URL needs a scheme and a host, optionally a port and a path, and no query, such as http://localhost:1234");
        });
        this.base = base.map(url -> url.toString().replaceAll("/+$", ""));
    }

    /** The URL of a request. Rejects URLs that are not Twilio's, because the credentials would go there. */
    URI of(Request request) {
        URI url = URI.create(request.constructURL().toString());
        if (base.isPresent() && url.toString().startsWith(base.get() + "/")) {
            return url;
        }
        if (!"https".equals(url.getScheme()) || !HttpUtility.isValidTwilioUrl(url.toString())) {
            throw AccountException.notSent(
                    "The URL of a request, or of the next page of a list, is not Twilio's; the request was not sent");
        }
        return below(url);
    }

    /** Whether requests go to Twilio itself. */
    boolean isTwilio() {
        return base.isEmpty();
    }

    /** The URL itself or, with a base URL, its replacement below that. */
    URI below(URI url) {
        if (base.isEmpty()) {
            return url;
        }
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(base.get() + "/" + url.getHost() + url.getRawPath() + query);
    }

    /**
     * Describes a request for error messages: the collections in its path, which are at every second place after the version.
     * The rest is left out, since it may be a phone number or a person's name.
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
