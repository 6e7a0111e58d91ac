package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tests a newcomer's first minutes with the bot, in a real browser. Skipped where
/// [PlaygroundBrowser] finds none; screenshots are left in `target/screenshots`.
class PlaygroundPageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Dimension DESKTOP = new Dimension(1440, 900);
    private static final Dimension PHONE = new Dimension(500, 844);
    private static final String OWN = "#messages .own";
    // The bot's message, when it is the last one.
    private static final String ANSWER = "#messages > .message:last-child:not(.own)";
    private static final String QUESTION = "Which countries have nuclear weapons?";

    @TempDir static Path folder;

    private static PlaygroundBrowser page;

    @BeforeAll
    static void open() throws IOException {
        page = PlaygroundBrowser.open(folder);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void load() {
        page.load(DESKTOP);
    }

    @Test
    void suggestedQuestionIsAnsweredWordForWordWithItsSpeaker() throws IOException {
        askSuggested("#suggestions button:first-child");

        assertThat(page.text(ANSWER + " blockquote"))
                .startsWith("“What we know is that there’s a lot of loose talk");
        assertThat(page.text(ANSWER)).contains("— Julianne Smith, US ambassador to NATO", "¶18");
        screenshot("answer");
    }

    @Test
    void suggestionThatNoArticleAnswersIsAnsweredByAnHonestNo() {
        askSuggested("#suggestions button:last-child");

        assertThat(page.text(ANSWER)).contains("do not answer").doesNotContain("¶");
    }

    @Test
    void buttonUnderAnAnswerWorks() throws IOException {
        askSuggested("#suggestions button:last-child");
        page.text(ANSWER);

        page.click(ANSWER + " .keys button");

        page.untilText(ANSWER, "¶");
        screenshot("button");
    }

    @Test
    void anotherUserHasChatsOfTheirOwn() {
        write(QUESTION);
        page.text(ANSWER);

        page.perform(
                () ->
                        new Select(page.all("#persona").getFirst())
                                .selectByContainsVisibleText("Clara"));

        page.until(() -> page.all(OWN).isEmpty());
    }

    @Test
    void editedMessageIsMarkedAsEdited() {
        openChat("Reading group");
        write("Nice wether");

        page.click(OWN + " .foot .icon");
        page.click("#popup button", "Edit");
        page.type("#words", Keys.chord(Keys.CONTROL, "a"), "Nice weather", Keys.ENTER);

        page.untilText(OWN, "edited");
        assertThat(page.text(OWN)).contains("Nice weather");
    }

    @Test
    void groupHasDiscussedTheArticleAndRepliesLinkToTheirTargets() throws IOException {
        openChat("Reading group");
        page.untilText("#messages", "four IRIS-T systems");
        page.untilText("#messages", "Thursday 18:00");

        page.click("#messages .message .reply");

        page.until(() -> !page.all(".message:focus").isEmpty());
        screenshot("group");
    }

    @Test
    void forumHasTopics() {
        openChat("# Coffee");
        write("Anybody?");
        assertThat(page.text(OWN)).contains("Anybody?");

        openChat("# Articles");

        page.until(() -> page.all(OWN).isEmpty());
    }

    @Test
    void commandsMenuShowsTheBotsCommands() {
        page.click("#menu");

        page.untilText("#choices", "/help");
    }

    @Test
    void messageTextIsNeverInterpretedAsMarkup() {
        String attack =
                "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
                        + " javascript:alert(1) [x](javascript:alert(1))";
        openChat("Reading group");

        write(attack);

        page.untilText(OWN + " .text", "<img");
        assertThat(page.all("#messages img, #messages script")).isEmpty();
        assertThat(page.all("a[href^='javascript']")).isEmpty();
        assertThat(page.driver().getTitle()).isEqualTo("Playground");
    }

    @Test
    void namesAreNeverInterpretedAsMarkup() throws IOException {
        Path export = folder.resolve("result.json");
        Files.writeString(
                export,
                """
                {"name":"<b id=owned>x</b>","type":"private_group","id":1,"messages":[
                 {"id":1,"type":"message","date_unixtime":"1700000000","from":"<i id=owned>y</i>",
                  "from_id":"user55","text":"hi","text_entities":[{"type":"text_link","text":"hi",
                  "href":"javascript:document.title='owned'"}]}]}
                """);

        page.type("#log", export.toString());

        page.untilText("#title", "<b id=owned>");
        assertThat(page.all("#owned")).isEmpty();
        assertThat(page.all("a[href^='javascript']")).isEmpty();
    }

    @Test
    void everyKindOfEntityIsShown() throws Exception {
        write(QUESTION);
        page.text(ANSWER);

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

        page.untilText(ANSWER, "both");
        assertThat(page.text(ANSWER + " .text strong > em")).isEqualTo("both");
        assertThat(page.text(ANSWER + " .text code")).isEqualTo("c");
        page.click(ANSWER + " .text .fold");
        page.until(() -> !page.all(ANSWER + " .fold[aria-expanded=true]").isEmpty());
        page.click(ANSWER + " .text a");
        page.until(() -> !page.text("#toast").isEmpty());
        assertThat(page.driver().getWindowHandles()).hasSize(1);
        screenshot("marks");
    }

    @Test
    void inlineResultsAreOfferedWhileTypingAndChosenByKeyboard() {
        openChat("Reading group");
        page.type("#words", "@verbatim_bot What does Smith say about loose talk?");
        page.untilText("#choices", "NATO allies set to boost");

        page.type("#words", Keys.ENTER);

        page.untilText(OWN, "a lot of loose talk");
        assertThat(page.text(OWN)).contains("via @verbatim_bot", "— Julianne Smith", "¶18");
    }

    @Test
    void articleIsSubmittedAsTheEditor() throws IOException {
        Path article = folder.resolve("my-article.md");
        Files.writeString(article, "---\ntitle: Tea\n---\n\nTea is a hot drink.\n");

        page.type("#article", article.toString());

        page.untilText(OWN, "my-article.md");
        assertThat(page.text("#persona option:checked")).contains("editor");
        page.untilText("#messages .message", "Tea");
    }

    @Test
    void linkToAMessageLeadsThere() {
        openChat("Reading group");
        String id = idOfFirstMessage();
        write("See https://t.me/reading_group/" + id);

        page.click(OWN + " a");

        page.until(() -> !page.all("#message-" + id + ":focus").isEmpty());
    }

    private static String idOfFirstMessage() {
        page.until(() -> !page.all("#messages .message").isEmpty());
        String id = page.all("#messages .message").getFirst().getDomAttribute("id");
        return Objects.requireNonNull(id).replace("message-", "");
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
        String person = page.all("#persona").getFirst().getDomProperty("value");
        Playground playground = page.application().getBean(Playground.class);
        String address = playground.apiAddress() + "/bot" + playground.token() + "/sendMessage";
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        text.message.put("chat_id", person).toString()))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }

    @Test
    void inspectorShowsCallsAndInjectsFaults() throws IOException {
        openControls();
        page.perform(
                () ->
                        new Select(page.all("#fault-method").getFirst())
                                .selectByVisibleText("sendMessage"));
        page.click("#fault-form [type=submit]");
        page.untilText("#toast", "in the way");

        write(QUESTION);

        page.untilText("#traffic", "429");
        page.untilText(ANSWER, "¶20");
        screenshot("inspector");
    }

    @Test
    void restartedBotRemembersThePreviousQuestion() {
        askSuggested("#suggestions button:first-child");
        page.text(ANSWER);
        openControls();
        page.click("#restart");
        page.untilText("#toast", "runs again");

        write("who said that?");

        page.untilText(ANSWER, "Julianne Smith");
    }

    @Test
    void phoneShowsTheChatAndLeadsBackToTheList() throws IOException {
        page.driver().manage().window().setSize(PHONE);

        page.until(() -> !page.all("#side").getFirst().isDisplayed());
        assertThat(
                        (Long)
                                page.driver()
                                        .executeScript(
                                                "return document.documentElement.scrollWidth -"
                                                        + " innerWidth"))
                .isLessThanOrEqualTo(0);
        write(QUESTION);
        page.text(ANSWER);
        screenshot("phone");
        page.click("#back");
        page.until(() -> page.all("#side").getFirst().isDisplayed());
        assertThat(page.all("#chat").getFirst().isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noSeriousAccessibilityViolation(String theme) throws IOException {
        page.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
        openControls();
        for (String chat : List.of("Reading group", "Verbatim")) {
            openChat(chat);
            write("/articles");

            assertThat(seriousViolations()).isEmpty();
        }
        screenshot(theme);
    }

    private static List<String> seriousViolations() {
        return new AxeBuilder()
                .analyze(page.driver()).getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(PlaygroundPageIT::described)
                        .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static void openControls() {
        page.click("#inspect");
        page.click("#controls > summary");
    }

    private static void openChat(String name) {
        page.click("#rooms button", name);
        String title = name.replace("# ", "");
        page.untilText("#title", title);
    }

    private static void write(String text) {
        int before = page.all(OWN).size();
        page.type("#words", text, Keys.ENTER);
        page.until(() -> page.all(OWN).size() > before);
    }

    private static void askSuggested(String button) {
        int before = page.all(OWN).size();
        page.click(button);
        page.until(() -> page.all(OWN).size() > before);
    }

    private static void screenshot(String name) throws IOException {
        Files.write(
                SCREENSHOTS.resolve(name + ".png"),
                page.driver().getScreenshotAs(OutputType.BYTES));
    }
}
