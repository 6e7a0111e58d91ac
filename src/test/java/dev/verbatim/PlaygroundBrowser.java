package dev.verbatim;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.context.ConfigurableApplicationContext;

/// A running bot with the first article and its playground, opened in the system's Chromium. A test
/// that opens one is skipped where Chromium or chromedriver is missing; nothing is downloaded.
final class PlaygroundBrowser implements AutoCloseable {

    static final Dimension DESKTOP = new Dimension(1440, 900);

    /// The chosen user's messages.
    static final String OWN = "#messages .own";

    /// The bot's message, when it is the last one.
    static final String ANSWER = "#messages > .message:last-child:not(.own)";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
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
        return open(folder, List.of(), chromiumOptions);
    }

    /// The same with settings of the bot.
    static PlaygroundBrowser open(Path folder, List<String> settings, String... chromiumOptions)
            throws IOException {
        Path chromium = installed(CHROMIUM);
        Path chromedriver = installed(DRIVER);
        ConfigurableApplicationContext application = start(folder, settings);
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

    private static ConfigurableApplicationContext start(Path folder, List<String> settings)
            throws IOException {
        Path content = Files.createDirectory(folder.resolve("content"));
        Files.copy(ARTICLE, content.resolve(ARTICLE.getFileName()));
        List<String> all = new ArrayList<>(settings);
        all.add("--verbatim.content-dir=" + content);
        all.add("--verbatim.data-dir=" + folder.resolve("data"));
        all.add("--verbatim.telegram.token=");
        // No night: tests run at any time.
        all.add("--verbatim.pending-questions.quiet-from=00:00");
        all.add("--verbatim.pending-questions.quiet-until=00:00");
        all.add("--server.port=0");
        return Verbatim.server().run(all.toArray(String[]::new));
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

    void openControls() {
        click("#inspect");
        click("#controls > summary");
    }

    /// Chooses a chat by its name alone: its button starts with the number of unread messages, when
    /// the bot or the group's own talk was there before the page.
    void openChat(String name) {
        click("#rooms .name", name);
        String title = name.replace("# ", "");
        untilText("#title", title);
    }

    void write(String text) {
        int before = all(OWN).size();
        type("#words", text, Keys.ENTER);
        until(() -> all(OWN).size() > before);
    }

    /// Asks the suggested question that starts like this, unfolding the suggestions.
    void askSuggested(String question) {
        int before = all(OWN).size();
        perform(
                () -> {
                    unfoldSuggestions();
                    clickNow("#suggestions button", question);
                });
        until(() -> all(OWN).size() > before);
    }

    /// They fold by themselves whenever a message comes.
    void unfoldSuggestions() {
        if (!all("#suggest[aria-expanded=false]").isEmpty()) {
            last("#suggest").click();
        }
    }

    /// Leaves a picture in `target/screenshots`.
    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
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

    /// Clicks the last element that matches, as soon as there is one that can be clicked.
    void click(String selector) {
        perform(() -> last(selector).click());
    }

    /// Clicks the first element that matches and whose text starts with this label.
    void click(String selector, String label) {
        perform(() -> clickNow(selector, label));
    }

    private void clickNow(String selector, String label) {
        all(selector).stream()
                .filter(element -> element.getText().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(label))
                .click();
    }

    void type(String selector, CharSequence... keys) {
        perform(() -> last(selector).sendKeys(keys));
    }

    /// The text of the last element that matches, as soon as there is one.
    String text(String selector) {
        var text = new AtomicReference<>("");
        perform(() -> text.set(last(selector).getText()));
        return text.get();
    }

    void untilText(String selector, String part) {
        until(() -> last(selector).getText().contains(part));
    }

    /// The page may redraw at any moment, so an element is never kept: an action finds its own, and
    /// is tried again when that one is gone, covered or not there yet.
    void perform(Runnable action) {
        until(
                () -> {
                    action.run();
                    return true;
                });
    }

    private WebElement last(String selector) {
        List<WebElement> found = all(selector);
        if (found.isEmpty()) {
            throw new NoSuchElementException(selector);
        }
        return found.getLast();
    }

    /// Waits for a condition, which fails while an element that it looks at is missing or redrawn.
    void until(BooleanSupplier condition) {
        until(TIMEOUT, condition);
    }

    void until(Duration timeout, BooleanSupplier condition) {
        await("the page, which logged " + driver.manage().logs().get("browser").getAll())
                .atMost(timeout)
                .ignoreExceptionsMatching(PlaygroundBrowser::passes)
                .until(condition::getAsBoolean);
    }

    private static boolean passes(Throwable exception) {
        return exception instanceof StaleElementReferenceException
                || exception instanceof NoSuchElementException
                || exception instanceof java.util.NoSuchElementException
                || exception instanceof ElementNotInteractableException;
    }

    @Override
    public void close() {
        driver.quit();
        application.close();
    }
}
