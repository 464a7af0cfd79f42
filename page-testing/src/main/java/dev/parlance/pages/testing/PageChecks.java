package dev.parlance.pages.testing;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;

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

    /** axe-core's library for Selenium runs each check in a new window and describes what is right as well, which takes seconds. */
    private static final String VIOLATIONS = """
            return axe.run(document, {
              runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
              resultTypes: ['violations'],
            }).then(({violations}) => violations.flatMap(({id, help, nodes}) =>
              nodes.map(node => `${id}: ${help}\\n  ${node.html}\\n  ${node.failureSummary}`)));
            """;

    private static final String AXE = axe();

    private PageChecks() {}

    /** What axe-core finds against WCAG 2.2 AA and its own best practices. */
    static List<String> accessibility(ChromeDriver driver) {
        if (!Boolean.TRUE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(AXE);
        }
        return lines(driver.executeScript(VIOLATIONS));
    }

    static List<String> cutOff(ChromeDriver driver) {
        return lines(driver.executeScript(CUT_OFF));
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(@Nullable Object found) {
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }
}
