package dev.parlance.pages;

import java.util.List;

/** The {@code Content-Security-Policy} of a page. */
final class PagePolicy {
    static final String OWN_FILES_ONLY = withMediaFrom(List.of());

    private PagePolicy() {}

    static String withMediaFrom(List<String> origins) {
        String more = String.join(" ", origins);
        String space = more.isEmpty() ? "" : " ";
        return "default-src 'self'; img-src 'self' data: blob:" + space + more + "; media-src 'self' blob:" + space
                + more + "; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
    }
}
