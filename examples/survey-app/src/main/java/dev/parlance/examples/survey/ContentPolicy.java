package dev.parlance.examples.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content security policy of a page: allows files of this application and the page's own inline script and style. */
final class ContentPolicy {
    private static final String OWN = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
    private static final Pattern INLINE = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    private ContentPolicy() {}

    static String of(String page) {
        StringBuilder policy = new StringBuilder(OWN);
        Matcher inline = INLINE.matcher(page);
        while (inline.find()) {
            policy.append("; ")
                    .append(inline.group(1))
                    .append("-src '")
                    .append(digest(inline.group(2)))
                    .append("'");
        }
        return policy.toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
