package dev.parlance.examples.survey;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a browser gets. Nothing in them comes from anywhere else. */
enum Page {
    RESULTS("results.html", "text/html; charset=utf-8"),
    LOGIN("login.html", "text/html; charset=utf-8"),
    CHAT("chat.html", "text/html; charset=utf-8"),
    STYLE("results.css", "text/css; charset=utf-8"),
    SCRIPT("results.js", "text/javascript; charset=utf-8"),
    CHARTS("charts.js", "text/javascript; charset=utf-8"),
    LOGIN_SCRIPT("login.js", "text/javascript; charset=utf-8");

    private static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
    private static final Pattern INLINE = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    private final String file;
    private final WebhookResponse response;

    Page(String file, String type) {
        this.file = file;
        byte[] content = read(file);
        this.response = WebhookResponse.bytes(type, content)
                .withHeader("Content-Security-Policy", POLICY + inline(new String(content, StandardCharsets.UTF_8)))
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("Cache-Control", "no-cache");
    }

    /** Lets in just the script and the style that stand in a page itself. */
    private static String inline(String page) {
        StringBuilder policy = new StringBuilder();
        Matcher inline = INLINE.matcher(page);
        while (inline.find()) {
            policy.append("; ").append(inline.group(1)).append("-src '").append(digest(inline.group(2))).append("'");
        }
        return policy.toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    WebhookResponse response() {
        return response;
    }

    /** The scripts and styles, which anybody may have. */
    static void addFilesTo(Router router) {
        for (Page page : new Page[] {STYLE, SCRIPT, CHARTS, LOGIN_SCRIPT}) {
            router.get("/results/" + page.file, request -> page.response);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("/pages/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
