package dev.parlance.survey.question;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the URL of a request, with its placeholders. */
final class RequestUrl {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private RequestUrl() {}

    static Optional<String> problem(String template) {
        int path = template.indexOf('/', template.indexOf("://") + 3);
        if (template.indexOf('{') >= 0 && (path < 0 || template.indexOf('{') < path)) {
            return Optional.of("has a placeholder before its path, but its host must be known");
        }
        try {
            URI url = new URI(template.replaceAll("\\{\\w+}", "x"));
            boolean isUsable = isSafe(url) && url.getRawUserInfo() == null && url.getRawFragment() == null;
            return isUsable
                    ? Optional.empty()
                    : Optional.of("must start with https:// and a host, without a password or a fragment");
        } catch (URISyntaxException e) {
            return Optional.of("is \"" + template + "\", which is not a URL");
        }
    }

    /** Whether nobody on the way can read it. */
    private static boolean isSafe(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        boolean isHere = THIS_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT));
        return "https".equalsIgnoreCase(url.getScheme()) || (isHere && "http".equalsIgnoreCase(url.getScheme()));
    }
}
