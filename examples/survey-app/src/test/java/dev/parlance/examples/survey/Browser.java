package dev.parlance.examples.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window. Whatever it looks for, it waits for. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1600,1000", "--lang=en-US");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en-US"));
        useDebians(options);
        driver = new ChromeDriver(options);
    }

    /** Debian names them otherwise than Selenium looks for; elsewhere Selenium finds a browser by itself. */
    private static void useDebians(ChromeOptions options) {
        if (Files.isExecutable(Path.of("/usr/bin/chromium")) && Files.isExecutable(Path.of("/usr/bin/chromedriver"))) {
            options.setBinary("/usr/bin/chromium");
            System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
        }
    }

    void open(URI url) {
        driver.get(url.toString());
    }

    /** The first thing that fits, once it is there and can be seen. */
    WebElement see(String css) {
        return await(
                "to see " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until the thing has this in its text. */
    WebElement see(String css, String text) {
        return await(
                "to see \"" + text + "\" in " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(element -> element.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until so many things fit. */
    void see(int count, String css) {
        await(
                "to see " + count + " of " + css,
                () -> driver.findElements(By.cssSelector(css)).size() == count ? true : null);
    }

    /** Waits until nothing that fits can be seen. */
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

    /** Clicks what has this very text. */
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

    /** To whatever has the focus. */
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

    private interface Looking<T> {
        T look();
    }

    private <T> T await(String what, Looking<T> looking) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(30))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; the page has:\n"
                        + driver.findElement(By.tagName("body")).getText())
                .until(any -> looking.look());
    }

    /** Keeps a picture of the page, for the documents and for whoever looks into a failure. */
    void picture(String name) {
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
