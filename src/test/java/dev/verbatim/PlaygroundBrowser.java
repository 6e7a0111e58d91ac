package dev.verbatim;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.context.ConfigurableApplicationContext;

/// A running bot with the first article and its playground, opened in the system's Chromium. A test
/// that opens one is skipped where Chromium or chromedriver is missing; nothing is downloaded.
final class PlaygroundBrowser implements AutoCloseable {

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<Path> DRIVER =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));
    private static final Path ARTICLE = Path.of("content", "nato-allies-two-day-meeting.md");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext application;
    private final ChromeDriver driver;

    private PlaygroundBrowser(ConfigurableApplicationContext application, ChromeDriver driver) {
        this.application = application;
        this.driver = driver;
    }

    /// Starts both; whatever they write goes into `folder`.
    static PlaygroundBrowser open(Path folder, String... chromiumOptions) throws IOException {
        Path chromium = installed(CHROMIUM);
        Path chromedriver = installed(DRIVER);
        ConfigurableApplicationContext application = start(folder);
        ChromeOptions options = options(chromium, folder);
        options.addArguments(chromiumOptions);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .build();
        return new PlaygroundBrowser(application, new ChromeDriver(service, options));
    }

    private static Path installed(List<Path> candidates) {
        Path found =
                candidates.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
        assumeTrue(Files.isExecutable(found), "none of " + candidates + " is on this machine");
        return found;
    }

    private static ConfigurableApplicationContext start(Path folder) throws IOException {
        Path content = Files.createDirectory(folder.resolve("content"));
        Files.copy(ARTICLE, content.resolve(ARTICLE.getFileName()));
        return Verbatim.server()
                .run(
                        "--verbatim.content-dir=" + content,
                        "--verbatim.data-dir=" + folder.resolve("data"),
                        "--verbatim.telegram.token=",
                        "--server.port=0");
    }

    private static ChromeOptions options(Path chromium, Path folder) {
        var options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("browser"));
        return options;
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    ChromeDriver driver() {
        return driver;
    }

    /// Loads the page in a window of this size and waits until it offers its suggested questions.
    void load(Dimension window) {
        driver.manage().window().setSize(window);
        driver.get(
                "http://127.0.0.1:"
                        + application.getEnvironment().getProperty("local.server.port")
                        + "/");
        until(() -> !all("body[data-ready]").isEmpty() && !all("#suggestions button").isEmpty());
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    void until(BooleanSupplier condition) {
        await("the page, which logged " + driver.manage().logs().get("browser").getAll())
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        driver.quit();
        application.close();
    }
}
