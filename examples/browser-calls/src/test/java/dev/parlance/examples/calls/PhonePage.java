package dev.parlance.examples.calls;

import com.deque.html.axecore.selenium.AxeBuilder;
import dev.parlance.fake.browser.FakeVoiceGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a headless browser with Twilio's own SDK. All lookups wait for their element. */
final class PhonePage implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    PhonePage(FakeVoiceGateway gateway) {
        // snippet: chromium
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en-US");
        options.addArguments(gateway.chromiumArguments()); // FakeVoiceGateway.of(twilio)
        // end
        if (Files.isExecutable(Path.of("/usr/bin/chromium")) && Files.isExecutable(Path.of("/usr/bin/chromedriver"))) {
            options.setBinary("/usr/bin/chromium");
            System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
        }
        driver = new ChromeDriver(options);
        driver.manage().window().setSize(new Dimension(520, 900));
    }

    PhonePage open(URI url) {
        driver.get(url.toString());
        return this;
    }

    /** Leaves the page, which signs the user out and ends their calls. */
    void leave() {
        driver.get("about:blank");
    }

    PhonePage fill(String name, String text) {
        see("[name=" + name + "]").sendKeys(text);
        return this;
    }

    PhonePage signIn(URI url, String user) {
        open(url);
        driver.manage().deleteAllCookies();
        driver.executeScript("localStorage.clear()");
        open(url);
        see("#sign-in");
        return fill("user", user).fill("password", user + "s-word").click("#sign-in button");
    }

    PhonePage ready(URI url, String user) {
        return signIn(url, user).status("Ready");
    }

    PhonePage calls(String callee) {
        WebElement number = see("#number");
        number.clear();
        number.sendKeys(callee);
        return click("#call");
    }

    PhonePage click(String css) {
        await("to click on " + css, css, element -> {
            element.click();
            return true;
        });
        return this;
    }

    PhonePage choose(String css, String value) {
        see(css + " option[value=" + value + "]").click();
        return this;
    }

    PhonePage status(String text) {
        await(
                "the status to say " + text,
                "#status",
                element -> element.getText().contains(text));
        return this;
    }

    PhonePage problem(String text) {
        await(
                "the problem to be " + text,
                "#problem",
                element -> element.getText().contains(text));
        return this;
    }

    WebElement see(String css) {
        return await("to see " + css, css, element -> true);
    }

    void waitUntil(String css, Predicate<WebElement> condition) {
        await("a condition on " + css, css, condition);
    }

    boolean shows(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    private WebElement await(String what, String css, Predicate<WebElement> condition) {
        return new WebDriverWait(driver, TIMEOUT, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "waited for " + what + "; the page:\n"
                        + driver.findElement(By.tagName("body")).getText() + "\n"
                        + driver.manage().logs().get("browser").getAll().stream()
                                .limit(5)
                                .toList())
                .until(unused -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(element -> element.isDisplayed() && condition.test(element))
                        .findFirst()
                        .orElse(null));
    }

    /** Presses a key in the focused element. */
    PhonePage press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
        return this;
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** What people with a screen reader, a keyboard or weak eyes would stumble over. */
    List<String> barriers() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot save the screenshot", e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
