package dev.parlance.pages.testing;

import java.util.Objects;

/**
 * Measures a page in milliseconds, and prints each number with what it is.
 *
 * <pre>{@code
 * PageSpeed speed = new PageSpeed(browser);
 * assertThat(speed.firstPaint()).isLessThan(1_000);
 * assertThat(speed.click("choose a row", ".row")).isLessThan(300);
 * }</pre>
 */
public final class PageSpeed {
    /** The frame is laid out in its callback; what is sent to the channel arrives after it was painted. */
    private static final String TO_NEXT_FRAME = """
            const start = performance.now();
            %s;
            return new Promise(done => requestAnimationFrame(() => {
              document.body.offsetHeight;
              const channel = new MessageChannel();
              channel.port1.onmessage = () => done(performance.now() - start);
              channel.port2.postMessage('');
            }));
            """;

    private final Browser browser;

    /** Measures what this browser shows. */
    public PageSpeed(Browser browser) {
        this.browser = browser;
    }

    /** From the opening of the page until it shows something other than its background. */
    public double firstPaint() {
        return mark("first paint", "first-contentful-paint");
    }

    /** From the opening of the page until its script set a mark. */
    public double mark(String what, String name) {
        return measure(what, "return performance.getEntriesByName(arguments[0])[0].startTime", name);
    }

    /** From a click until the next frame is painted. */
    public double click(String what, String css) {
        return frame(what, "document.querySelector(arguments[0]).click()", css);
    }

    /** From an action until the next frame is painted. */
    public double frame(String what, String action, Object... arguments) {
        return measure(what, TO_NEXT_FRAME.formatted(action), arguments);
    }

    /** What a script returns, or resolves to. */
    public double measure(String what, String script, Object... arguments) {
        double millis = ((Number) Objects.requireNonNull(browser.script(script, arguments))).doubleValue();
        System.out.printf("%s: %.0f ms%n", what, millis);
        return millis;
    }
}
