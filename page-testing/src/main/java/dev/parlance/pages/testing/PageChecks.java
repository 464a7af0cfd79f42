package dev.parlance.pages.testing;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;

/** Finds what is wrong with the page that a browser shows. */
final class PageChecks {
    /** Elements that lie outside the window although the page can't be scrolled to them, and the page's own overflow. */
    private static final String CUT_OFF = """
            const found = [];
            const root = document.documentElement;
            if (root.scrollWidth > root.clientWidth) {
              found.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
            }
            const scrolls = element => {
              for (let each = element.parentElement; each; each = each.parentElement) {
                const style = getComputedStyle(each);
                if (each !== document.body && each !== root && /auto|scroll/.test(style.overflowX + style.overflowY)) return true;
                if (style.position === 'fixed') return false;
              }
              return false;
            };
            for (const element of document.querySelectorAll('button, a[href], input, select, textarea')) {
              const box = element.getBoundingClientRect();
              const isShown = element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && box.width > 0;
              if (isShown && (box.left < -1 || box.right > root.clientWidth + 1) && !scrolls(element) && !element.closest('.unseen')) {
                found.push(`${element.tagName} "${element.textContent.trim() || element.name || element.ariaLabel}" is at ${Math.round(box.left)} to ${Math.round(box.right)} px`);
              }
            }
            return found;
            """;

    /**
     * Runs axe-core in the page itself. Its Selenium library opens a second window for each run, and transfers everything that
     * has passed, too; that takes several times as long. Like that library, adds the script to a page once.
     */
    private static final String ACCESSIBILITY = """
            const options = {runOnly: arguments[0], resultTypes: ['violations'], iframes: false};
            return window.axe.run(document, options).then(({violations}) => violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${rule.help}\\n  ${node.html}\\n  ${node.failureSummary}`)));
            """;

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private PageChecks() {}

    /** What axe-core finds against WCAG 2.2 AA and its own best practices. */
    static List<String> accessibility(JavascriptExecutor page) {
        if (!Boolean.TRUE.equals(page.executeScript("return Boolean(window.axe)"))) {
            page.executeScript(axe());
        }
        return lines(page.executeScript(ACCESSIBILITY, TAGS));
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> cutOff(JavascriptExecutor page) {
        return lines(page.executeScript(CUT_OFF));
    }

    private static List<String> lines(@Nullable Object found) {
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }
}
