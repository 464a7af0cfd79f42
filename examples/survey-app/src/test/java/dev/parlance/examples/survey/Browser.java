package dev.parlance.examples.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless browser. All lookups wait for their element. */
final class Browser implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    Browser() {
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

    void open(URI url) {
        driver.get(url.toString());
    }

    /** Waits for a visible element and returns the first one. */
    WebElement see(String css) {
        return await(
                "to see " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits for an element that contains this text. */
    WebElement see(String css, String text) {
        return await(
                "to see \"" + text + "\" in " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(element -> element.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** Waits for this number of elements. */
    void see(int count, String css) {
        await(
                "to see " + count + " of " + css,
                () -> driver.findElements(By.cssSelector(css)).size() == count ? true : null);
    }

    /** Waits until no matching element is visible. */
    void gone(String css) {
        await(
                "to see no " + css,
                () -> driver.findElements(By.cssSelector(css)).stream().noneMatch(WebElement::isDisplayed)
                        ? true
                        : null);
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    void click(String css) {
        see(css).click();
    }

    /** Clicks the element with exactly this text. */
    void click(String css, String text) {
        await(
                        "to click on \"" + text + "\" in " + css,
                        () -> driver.findElements(By.cssSelector(css)).stream()
                                .filter(element -> element.isDisplayed()
                                        && element.getText().equals(text))
                                .findFirst()
                                .orElse(null))
                .click();
    }

    void type(String css, CharSequence... keys) {
        see(css).sendKeys(keys);
    }

    /** Presses keys in the focused element. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    String focused() {
        WebElement focused = driver.switchTo().activeElement();
        return focused.getAccessibleName();
    }

    Object script(String code, Object... arguments) {
        return driver.executeScript(code, arguments);
    }

    /** The errors that the console has shown since the last call. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    private interface Lookup<T> {
        T find();
    }

    private <T> T await(String what, Lookup<T> lookup) {
        return new WebDriverWait(driver, TIMEOUT, Duration.ofMillis(30))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; the page has:\n"
                        + driver.findElement(By.tagName("body")).getText())
                .until(any -> lookup.find());
    }

    /** Saves a screenshot for the documentation and for debugging. */
    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
