package dev.parlance.pages.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless browser. All lookups wait for their element.
 *
 * <pre>{@code
 * try (Browser browser = new Browser()) {
 *     browser.size(PageSize.PHONE);
 *     browser.open(url);
 *     browser.click("button", "Send");
 *     browser.see(".message", "Thank you");
 *     assertThat(browser.problems()).isEmpty();
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    /** Starts the browser. */
    public Browser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1600,1000", "--lang=en-US");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en-US"));
        useDebianChromium(options);
        driver = new ChromeDriver(options);
    }

    /** Selenium does not find Debian's Chromium, which has other file names. */
    private static void useDebianChromium(ChromeOptions options) {
        if (Files.isExecutable(Path.of("/usr/bin/chromium")) && Files.isExecutable(Path.of("/usr/bin/chromedriver"))) {
            options.setBinary("/usr/bin/chromium");
            System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
        }
    }

    /** Opens a page. */
    public void open(URI url) {
        driver.get(url.toString());
    }

    /** Waits for a visible element and returns the first one. */
    public WebElement see(String css) {
        return await(
                "to see " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst());
    }

    /** Waits for an element that contains this text. */
    public WebElement see(String css, String text) {
        return await(
                "to see \"" + text + "\" in " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(element -> element.getText().contains(text))
                        .findFirst());
    }

    /** Waits for this number of elements. */
    public void see(int count, String css) {
        await(
                "to see " + count + " of " + css,
                () -> Optional.of(driver.findElements(By.cssSelector(css)).size())
                        .filter(size -> size == count));
    }

    /** Waits until no matching element is visible. */
    public void gone(String css) {
        await(
                "to see no " + css,
                () -> Optional.of(driver.findElements(By.cssSelector(css)))
                        .filter(all -> all.stream().noneMatch(WebElement::isDisplayed)));
    }

    /** The texts of all matching elements, without waiting. */
    public List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Clicks the first visible element. */
    public void click(String css) {
        see(css).click();
    }

    /** Clicks the element with exactly this text. */
    public void click(String css, String text) {
        await(
                        "to click on \"" + text + "\" in " + css,
                        () -> driver.findElements(By.cssSelector(css)).stream()
                                .filter(element -> element.isDisplayed()
                                        && element.getText().equals(text))
                                .findFirst())
                .click();
    }

    /** Types into an element. */
    public void type(String css, CharSequence... keys) {
        see(css).sendKeys(keys);
    }

    /** Presses keys in the focused element. */
    public void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Waits until the focused element's accessible name contains this text. */
    public void seeFocus(String name) {
        await(
                "to see the focus on \"" + name + "\"",
                () -> Optional.ofNullable(driver.switchTo().activeElement().getAccessibleName())
                        .filter(focused -> focused.contains(name)));
    }

    /** Runs a script in the page. */
    public @Nullable Object script(String code, Object... arguments) {
        return driver.executeScript(code, arguments);
    }

    /** The errors that the console has shown since the last call. */
    public List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    private <T> T await(String what, Supplier<Optional<T>> lookup) {
        List<T> found = new ArrayList<>();
        new WebDriverWait(driver, TIMEOUT, Duration.ofMillis(30))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; the page has:\n"
                        + driver.findElement(By.tagName("body")).getText())
                .until(any -> {
                    lookup.get().ifPresent(found::add);
                    return !found.isEmpty();
                });
        return found.get(0);
    }

    /** Saves a screenshot for the documentation and for debugging. */
    public void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as PDF, as a browser prints it. */
    public byte[] print() {
        return OutputType.BYTES.convertFromBase64Png(
                driver.print(new PrintOptions()).getContent());
    }

    /** Makes the window's content this large. */
    public void size(PageSize size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width(), "height", size.height(), "deviceScaleFactor", 1, "mobile", false));
    }

    /** Makes the system prefer a colour scheme. */
    public void theme(Theme theme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme.value()))));
    }

    /**
     * What is wrong with the page as it is now: violations of axe-core, parts that are cut off, errors in the console.
     */
    public List<String> problems() {
        return Stream.of(PageChecks.accessibility(driver), PageChecks.cutOff(driver), consoleErrors())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
