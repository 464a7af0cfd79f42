package dev.parlance.pages;

import java.util.List;

/**
 * The {@code Content-Security-Policy} of a page: its own files, and what else it can load or reach.
 *
 * @param media more sources of pictures and sounds
 * @param connections more servers that its scripts can connect to
 */
record PagePolicy(List<String> media, List<String> connections) {
    static final PagePolicy OWN_FILES_ONLY = new PagePolicy(List.of(), List.of());

    PagePolicy withMediaFrom(List<String> sources) {
        return new PagePolicy(sources, connections);
    }

    PagePolicy withConnectionsTo(List<String> servers) {
        return new PagePolicy(media, servers);
    }

    String header() {
        return "default-src 'self'; img-src 'self' data: blob:" + listed(media) + "; media-src 'self' blob:"
                + listed(media)
                + "; connect-src 'self'" + listed(connections)
                + "; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
    }

    private static String listed(List<String> sources) {
        StringBuilder text = new StringBuilder();
        sources.forEach(source -> text.append(' ').append(source));
        return text.toString();
    }
}
