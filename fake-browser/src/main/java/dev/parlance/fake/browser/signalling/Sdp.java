package dev.parlance.fake.browser.signalling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Session descriptions. */
final class Sdp {
    private static final Pattern MID = Pattern.compile("(?m)^a=mid:(\\S+)");
    private static final Pattern CANDIDATES = Pattern.compile("a=(candidate:.*|end-of-candidates|ice-options:trickle)");

    private Sdp() {}

    static String mid(String sdp) {
        Matcher mid = MID.matcher(sdp);
        return mid.find() ? mid.group(1) : "0";
    }

    /** Replaces the candidates of a description by this port. */
    static String withPort(int port, String sdp) {
        return sdp.lines().filter(line -> !CANDIDATES.matcher(line).matches()).collect(Collectors.joining("\r\n"))
                + "\r\n" + candidate(port) + "\r\na=end-of-candidates\r\n";
    }

    static String candidate(int port) {
        return "a=candidate:1 1 udp 2130706431 127.0.0.1 " + port + " typ host generation 0";
    }
}
