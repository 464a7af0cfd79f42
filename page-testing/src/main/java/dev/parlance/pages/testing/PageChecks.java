package dev.parlance.pages.testing;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

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

    private PageChecks() {}

    /** What axe-core finds against WCAG 2.2 AA and its own best practices. */
    static List<String> accessibility(WebDriver driver) {
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(driver)
                .getViolations();
        return violations.stream().flatMap(PageChecks::lines).toList();
    }

    private static Stream<String> lines(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + rule.getHelp() + "\n  " + place(node));
    }

    private static String place(CheckedNode node) {
        return node.getHtml() + "\n  " + node.getFailureSummary();
    }

    static List<String> cutOff(WebDriver driver) {
        return ((JavascriptExecutor) driver).executeScript(CUT_OFF) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of();
    }
}
