package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.verbatim.playground.Playground;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A newcomer's first minutes, in a real browser, with the bot as it is. Skipped where there is no
/// Chromium and chromedriver of the system's; pictures are left in `target/screenshots`.
class PlaygroundPageTest {

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<Path> DRIVER =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Dimension DESK = new Dimension(1440, 900);
    private static final Dimension PHONE = new Dimension(500, 844);

    @TempDir static Path folder;

    private static ConfigurableApplicationContext application;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        Path chromium = present(CHROMIUM);
        Path driver = present(DRIVER);
        Path content = Files.createDirectory(folder.resolve("content"));
        Path article = Path.of("content", "nato-allies-two-day-meeting.md");
        Files.copy(article, content.resolve(article.getFileName()));
        application =
                Verbatim.server()
                        .run(
                                "--verbatim.content-dir=" + content,
                                "--verbatim.data-dir=" + folder.resolve("data"),
                                "--verbatim.telegram.token=",
                                "--server.port=0");
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
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
        browser = new ChromeDriver(service, options);
        Files.createDirectories(PICTURES);
    }

    private static Path present(List<Path> places) {
        Path found = places.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
        assumeTrue(Files.isExecutable(found), "none of " + places + " is on this machine");
        return found;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (application != null) {
            application.close();
        }
    }

    @BeforeEach
    void arrive() {
        browser.manage().window().setSize(DESK);
        browser.get(address());
        await("the page, which says: " + problems())
                .atMost(PATIENCE)
                .until(() -> !browser.findElements(By.cssSelector("body[data-ready]")).isEmpty());
        await().atMost(PATIENCE).until(() -> !suggestions().isEmpty());
    }

    private static String problems() {
        return String.valueOf(browser.manage().logs().get("browser").getAll());
    }

    @Test
    void aSuggestedQuestionIsAnsweredWordForWordWithWhoSaidIt() throws IOException {
        WebElement answer = answerTo(suggestions().getFirst());

        assertThat(answer.findElement(By.tagName("blockquote")).getText())
                .startsWith("“What we know is that there’s a lot of loose talk");
        assertThat(answer.getText()).contains("— Julianne Smith, US ambassador to NATO", "¶18");
        picture("answer");
    }

    @Test
    void theSuggestionThatNoArticleAnswersGetsAnHonestNo() {
        WebElement answer = answerTo(suggestions().getLast());

        assertThat(answer.getText()).contains("do not answer").doesNotContain("¶");
    }

    @Test
    void aButtonUnderAnAnswerWorks() throws IOException {
        WebElement answer = answerTo(suggestions().getLast());

        answer.findElement(By.cssSelector(".keys button")).click();

        await().atMost(PATIENCE).until(() -> answer().getText().contains("¶"));
        picture("button");
    }

    @Test
    void whoIsWrittenAsCanBeChosenAndHasChatsOfTheirOwn() {
        say("Which countries have nuclear weapons?");
        answer();

        writeAs("Clara");

        assertThat(browser.findElements(By.cssSelector("#messages .own"))).isEmpty();
    }

    @Test
    void aMessageCanBeEditedAndIsMarkedAsEdited() {
        open("Reading group");
        say("Nice wether");

        WebElement own = last("#messages .own");
        own.findElement(By.cssSelector(".foot .icon")).click();
        choose("Edit");
        browser.findElement(By.id("words"))
                .sendKeys(Keys.chord(Keys.CONTROL, "a"), "Nice weather", Keys.ENTER);

        await().atMost(PATIENCE).until(() -> last("#messages .own").getText().contains("edited"));
        assertThat(last("#messages .own").getText()).contains("Nice weather");
    }

    @Test
    void theGroupHasTalkedAboutTheArticleAndRepliesLeadToWhatTheyAnswer() throws IOException {
        open("Reading group");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(browser.findElement(By.id("messages")).getText())
                                        .contains("four IRIS-T systems", "Thursday 18:00"));
        browser.findElements(By.className("reply")).getFirst().click();
        await().atMost(PATIENCE)
                .until(() -> !browser.findElements(By.cssSelector(".message:focus")).isEmpty());
        picture("group");
    }

    @Test
    void aForumHasTopics() {
        open("# Coffee");
        say("Anybody?");

        assertThat(last("#messages .own").getText()).contains("Anybody?");
        open("# Articles");
        assertThat(browser.findElements(By.cssSelector("#messages .own"))).isEmpty();
    }

    @Test
    void theCommandsMenuShowsWhatTheBotHasSet() {
        browser.findElement(By.id("menu")).click();

        await().atMost(PATIENCE)
                .until(() -> browser.findElement(By.id("choices")).getText().contains("/help"));
    }

    @Test
    void whatIsWrittenIsNeverMarkup() {
        String attack =
                "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
                        + " javascript:alert(1) [x](javascript:alert(1))";
        open("Reading group");
        say(attack);

        await().atMost(PATIENCE)
                .until(() -> last("#messages .own .text").getText().contains("<img"));
        assertThat(browser.findElements(By.cssSelector("#messages img, #messages script")))
                .isEmpty();
        assertThat(browser.findElements(By.cssSelector("a[href^='javascript']"))).isEmpty();
        assertThat(browser.getTitle()).isEqualTo("Playground");
    }

    @Test
    void aNameOrAFileNameIsNeverMarkup() throws IOException {
        Path log = folder.resolve("result.json");
        Files.writeString(
                log,
                """
                {"name":"<b id=owned>x</b>","type":"private_group","id":1,"messages":[
                 {"id":1,"type":"message","date_unixtime":"1700000000","from":"<i id=owned>y</i>",
                  "from_id":"user55","text":"hi","text_entities":[{"type":"text_link","text":"hi",
                  "href":"javascript:document.title='owned'"}]}]}
                """);

        browser.findElement(By.id("log")).sendKeys(log.toString());

        await().atMost(PATIENCE)
                .until(
                        () ->
                                browser.findElement(By.id("title"))
                                        .getText()
                                        .contains("<b id=owned>"));
        assertThat(browser.findElements(By.id("owned"))).isEmpty();
        assertThat(browser.findElements(By.cssSelector("a[href^='javascript']"))).isEmpty();
    }

    @Test
    void everythingThatCanBeMarkedIsShown() throws Exception {
        say("Which countries have nuclear weapons?");
        answer();
        sendAsBot(
                new Marked()
                        .add("bold ", "bold")
                        .add("both", "bold", "italic")
                        .add(" ")
                        .link("there", "https://t.me/reading_group/999999")
                        .add(" ")
                        .add("c", "code")
                        .add("\n")
                        .add("Long. ".repeat(60), "expandable_blockquote")
                        .add("secret", "spoiler"));
        await().atMost(PATIENCE).until(() -> answer().getText().contains("both"));
        WebElement text = answer().findElement(By.className("text"));
        assertThat(text.findElement(By.cssSelector("strong > em")).getText()).isEqualTo("both");
        assertThat(text.findElement(By.tagName("code")).getText()).isEqualTo("c");
        WebElement fold = text.findElement(By.className("fold"));
        fold.click();
        assertThat(fold.getDomAttribute("aria-expanded")).isEqualTo("true");
        text.findElement(By.tagName("a")).click();
        assertThat(browser.getWindowHandles()).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> !browser.findElement(By.id("toast")).getText().isEmpty());
        picture("marks");
    }

    @Test
    void inlineResultsAreOfferedWhileOneTypesAndTakenWithTheKeyboard() {
        open("Reading group");
        browser.findElement(By.id("words"))
                .sendKeys("@verbatim_bot What does Smith say about loose talk?");

        await().atMost(PATIENCE)
                .until(
                        () ->
                                browser.findElement(By.id("choices"))
                                        .getText()
                                        .contains("NATO allies set to boost"));
        browser.findElement(By.id("words")).sendKeys(Keys.ENTER);

        await().atMost(PATIENCE)
                .until(() -> last("#messages .own").getText().contains("a lot of loose talk"));
        assertThat(last("#messages .own").getText())
                .contains("via @verbatim_bot", "— Julianne Smith", "¶18");
    }

    @Test
    void anArticleIsHandedInAsTheEditor() throws IOException {
        Path article = folder.resolve("my-article.md");
        Files.writeString(article, "---\ntitle: Tea\n---\n\nTea is a hot drink.\n");

        browser.findElement(By.id("article")).sendKeys(article.toString());

        await().atMost(PATIENCE)
                .until(() -> last("#messages .own").getText().contains("my-article.md"));
        assertThat(
                        new Select(browser.findElement(By.id("persona")))
                                .getFirstSelectedOption()
                                .getText())
                .contains("editor");
        await().atMost(PATIENCE).until(() -> last("#messages .message").getText().contains("Tea"));
    }

    @Test
    void aLinkToAMessageLeadsThere() throws IOException {
        open("Reading group");
        WebElement first = browser.findElement(By.cssSelector("#messages .message"));
        String id = Objects.requireNonNull(first.getDomAttribute("id")).replace("message-", "");
        say("See https://t.me/reading_group/" + id);

        last("#messages .own").findElement(By.tagName("a")).click();

        await().atMost(PATIENCE)
                .until(
                        () ->
                                !browser.findElements(By.cssSelector("#message-" + id + ":focus"))
                                        .isEmpty());
    }

    /// A text that is built with its entities.
    private static final class Marked {

        private final ObjectNode message = JsonNodeFactory.instance.objectNode().put("text", "");
        private final ArrayNode entities = message.putArray("entities");

        Marked add(String words, String... types) {
            for (String type : types) {
                entity(words, type);
            }
            message.put("text", message.path("text").asString() + words);
            return this;
        }

        Marked link(String words, String url) {
            entity(words, "text_link").put("url", url);
            return add(words);
        }

        private ObjectNode entity(String words, String type) {
            return entities.addObject()
                    .put("type", type)
                    .put("offset", message.path("text").asString().length())
                    .put("length", words.length());
        }
    }

    /// Sends a message in the bot's name to the user who is chosen on the page.
    private static void sendAsBot(Marked text) throws Exception {
        String person = browser.findElement(By.id("persona")).getDomProperty("value");
        call("sendMessage", text.message.put("chat_id", person).toString());
    }

    private static void call(String method, String json) throws Exception {
        Playground playground = application.getBean(Playground.class);
        String address = playground.apiAddress() + "/bot" + playground.token() + "/" + method;
        HttpResponse<String> response =
                http(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static HttpResponse<String> http(HttpRequest request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theInspectorShowsTheCallsAndPutsFaultsInTheirWay() throws IOException {
        browser.findElement(By.id("inspect")).click();
        browser.findElement(By.cssSelector("#controls > summary")).click();
        new Select(browser.findElement(By.id("fault-method"))).selectByVisibleText("sendMessage");
        browser.findElement(By.cssSelector("#fault-form [type=submit]")).click();
        await().atMost(PATIENCE)
                .until(() -> browser.findElement(By.id("toast")).getText().contains("in the way"));

        say("Which countries have nuclear weapons?");

        await().atMost(PATIENCE)
                .until(() -> browser.findElement(By.id("traffic")).getText().contains("429"));
        assertThat(answer().getText()).contains("¶20");
        picture("inspector");
    }

    @Test
    void theBotIsRestartedFromTheInspectorAndRemembersWhatItWasAsked() {
        answerTo(suggestions().getFirst());
        browser.findElement(By.id("inspect")).click();
        browser.findElement(By.cssSelector("#controls > summary")).click();
        browser.findElement(By.id("restart")).click();
        await().atMost(PATIENCE)
                .until(() -> browser.findElement(By.id("toast")).getText().contains("runs again"));

        say("who said that?");

        assertThat(answer().getText()).contains("Julianne Smith");
    }

    @Test
    void onAPhoneOneSeesTheChatAndComesBackToTheList() throws IOException {
        browser.manage().window().setSize(PHONE);

        assertThat(browser.findElement(By.id("side")).isDisplayed()).isFalse();
        assertThat(
                        (Long)
                                browser.executeScript(
                                        "return document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
        say("Which countries have nuclear weapons?");
        answer();
        picture("phone");
        browser.findElement(By.id("back")).click();
        assertThat(browser.findElement(By.id("side")).isDisplayed()).isTrue();
        assertThat(browser.findElement(By.id("chat")).isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingSeriousIsInTheWayOfOtherEyesAndHands(String theme) throws IOException {
        browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
        browser.findElement(By.id("inspect")).click();
        browser.findElement(By.cssSelector("#controls > summary")).click();
        for (String place : List.of("Reading group", "Verbatim")) {
            open(place);
            say("/articles");
            last("#messages .own");

            List<String> serious =
                    new AxeBuilder()
                            .analyze(browser).getViolations().stream()
                                    .filter(
                                            rule ->
                                                    Set.of("serious", "critical")
                                                            .contains(rule.getImpact()))
                                    .map(PlaygroundPageTest::told)
                                    .toList();

            assertThat(serious).isEmpty();
        }
        picture(theme);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static String address() {
        return "http://127.0.0.1:"
                + application.getEnvironment().getProperty("local.server.port")
                + "/";
    }

    private static List<WebElement> suggestions() {
        return browser.findElements(By.cssSelector("#suggestions button"));
    }

    private static void say(String text) {
        long before = all("#messages .own").count();
        browser.findElement(By.id("words")).sendKeys(text, Keys.ENTER);
        await().atMost(PATIENCE).until(() -> all("#messages .own").count() > before);
    }

    private static Stream<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream();
    }

    private static WebElement last(String selector) {
        await().atMost(PATIENCE).until(() -> all(selector).findAny().isPresent());
        return browser.findElements(By.cssSelector(selector)).getLast();
    }

    private static WebElement answerTo(WebElement suggestion) {
        long before = all("#messages .own").count();
        suggestion.click();
        await().atMost(PATIENCE).until(() -> all("#messages .own").count() > before);
        return answer();
    }

    /// The bot's answer to what was written last.
    private static WebElement answer() {
        return last("#messages > .message:last-child:not(.own)");
    }

    private static void open(String chat) {
        all("#rooms button")
                .filter(button -> button.getText().startsWith(chat))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static void choose(String entry) {
        all("#popup button")
                .filter(button -> button.getText().equals(entry))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static void writeAs(String name) {
        var people = new Select(browser.findElement(By.id("persona")));
        people.getOptions().stream()
                .filter(option -> option.getText().startsWith(name))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static void picture(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
