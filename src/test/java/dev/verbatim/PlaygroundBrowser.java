package dev.verbatim;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
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
import org.springframework.util.FileSystemUtils;

/// A JUnit extension that opens a running bot with the first article and its playground in the
/// system's Chromium, before the tests of a class, and closes both after them. Each test begins
/// with the page loaded anew, as wide as a desktop. Where Chromium or chromedriver is missing the
/// class is skipped; nothing is downloaded.
final class PlaygroundBrowser implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /// Marks a class that opens one: one browser at a time, and one test at a time in it, while
    /// other tests go on beside it.
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("dev.verbatim.PlaygroundBrowser")
    @interface InTurn {}

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

    /// The bot sets its commands after its start. A page that was asked for them before shows none.
    private static final String HAS_COMMANDS =
            """
            fetch('/playground/commands?person=700001&room=700001')
                .then((answer) => answer.json())
                .then((commands) => arguments[0](commands.length > 0));
            """;

    private final List<String> settings = new ArrayList<>();
    private final ChromeOptions options = new ChromeOptions();

    private @Nullable Session session;

    /// What is open while the tests of a class run.
    ///
    /// @param folder where all goes that the bot and the browser write
    private record Session(
            Path folder, ConfigurableApplicationContext application, ChromeDriver driver) {}

    /// Adds a setting of the bot.
    PlaygroundBrowser with(String setting) {
        settings.add(setting);
        return this;
    }

    /// Adds an option of Chromium.
    PlaygroundBrowser withChromium(String option) {
        options.addArguments(option);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path chromium = installed(CHROMIUM);
        Path chromedriver = installed(DRIVER);
        Path folder = Files.createTempDirectory("playground");
        ConfigurableApplicationContext application = startBot(folder);
        session = new Session(folder, application, startBrowser(chromium, chromedriver, folder));
        load(DESKTOP);
        until(() -> (boolean) driver().executeAsyncScript(HAS_COMMANDS));
    }

    private ChromeDriver startBrowser(Path chromium, Path chromedriver, Path folder) {
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
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .build();
        return new ChromeDriver(service, options);
    }

    private static Path installed(List<Path> candidates) {
        Path found =
                candidates.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
        assumeTrue(Files.isExecutable(found), "none of " + candidates + " is on this machine");
        return found;
    }

    private ConfigurableApplicationContext startBot(Path folder) throws IOException {
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

    @Override
    public void beforeEach(ExtensionContext context) {
        load(DESKTOP);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (session != null) {
            session.driver().quit();
            session.application().close();
            FileSystemUtils.deleteRecursively(session.folder());
        }
    }

    private Session session() {
        return Objects.requireNonNull(session, "no browser is open");
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
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver().getScreenshotAs(OutputType.BYTES));
    }

    /// Where all that the bot and the browser write goes, and `content` lies.
    Path folder() {
        return session().folder();
    }

    ConfigurableApplicationContext application() {
        return session().application();
    }

    ChromeDriver driver() {
        return session().driver();
    }

    /// Loads the page in a window of this size and waits until it offers its suggested questions.
    void load(Dimension window) {
        driver().manage().window().setSize(window);
        driver().get(
                        "http://127.0.0.1:"
                                + application().getEnvironment().getProperty("local.server.port")
                                + "/");
        until(() -> !all("body[data-ready]").isEmpty() && !all("#suggestions button").isEmpty());
    }

    List<WebElement> all(String selector) {
        return driver().findElements(By.cssSelector(selector));
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
        await("the page, which logged " + driver().manage().logs().get("browser").getAll())
                .dontCatchUncaughtExceptions() // of other tests, which run beside this one
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
}
