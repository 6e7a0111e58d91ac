package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/// Tests a newcomer's first minutes with the bot, in a real browser. Skipped where
/// [PlaygroundBrowser] finds none; screenshots are left in `target/screenshots`.
@PlaygroundBrowser.InTurn
class PlaygroundPageIT {

    private static final Dimension PHONE = new Dimension(500, 844);
    private static final String QUESTION = "Which countries have nuclear weapons?";

    @RegisterExtension static final PlaygroundBrowser page = new PlaygroundBrowser();

    @Test
    void suggestedQuestionIsAnsweredWordForWordWithItsSpeaker() throws IOException {
        page.askSuggested("What does Smith say about loose talk?");

        assertThat(page.text(PlaygroundBrowser.ANSWER + " blockquote"))
                .startsWith("“What we know is that there’s a lot of loose talk");
        assertThat(page.text(PlaygroundBrowser.ANSWER))
                .contains("— Julianne Smith, US ambassador to NATO", "¶18");
        page.screenshot("answer");
    }

    @Test
    void suggestionThatNoArticleAnswersIsAnsweredByAnHonestNo() {
        page.askSuggested("Who won the football match");

        assertThat(page.text(PlaygroundBrowser.ANSWER))
                .contains("do not answer")
                .doesNotContain("¶");
    }

    @Test
    void buttonUnderAnAnswerWorks() throws IOException {
        page.askSuggested("Who won the football match");
        page.text(PlaygroundBrowser.ANSWER);

        page.click(PlaygroundBrowser.ANSWER + " .keys button", "Show what came nearest");

        page.untilText(PlaygroundBrowser.ANSWER, "¶");
        page.screenshot("button");
    }

    @Test
    void suggestionAfterANoShowsWhatTheArticlesAreAbout() {
        page.askSuggested("Who won the football match");
        page.text(PlaygroundBrowser.ANSWER);

        page.click(PlaygroundBrowser.ANSWER + " .keys button", "What the articles are about");

        page.untilText(PlaygroundBrowser.ANSWER, "Euronews");
    }

    @Test
    void anotherUserHasChatsOfTheirOwn() {
        page.write(QUESTION);
        page.text(PlaygroundBrowser.ANSWER);

        page.perform(
                () ->
                        new Select(page.all("#persona").getFirst())
                                .selectByContainsVisibleText("Clara"));

        page.until(() -> page.all(PlaygroundBrowser.OWN).isEmpty());
    }

    @Test
    void editedMessageIsMarkedAsEdited() {
        page.openChat("Reading group");
        page.write("Nice wether");

        page.click(PlaygroundBrowser.OWN + " .foot .icon");
        page.click("#popup button", "Edit");
        page.type("#words", Keys.chord(Keys.CONTROL, "a"), "Nice weather", Keys.ENTER);

        page.untilText(PlaygroundBrowser.OWN, "edited");
        assertThat(page.text(PlaygroundBrowser.OWN)).contains("Nice weather");
    }

    @Test
    void contextOfAnAnswerInAGroupIsSeenByWhoPressesTheButtonOnly() throws IOException {
        page.openChat("# Articles");
        page.write("/ask@verbatim_bot " + QUESTION);
        page.untilText(PlaygroundBrowser.ANSWER, "¶");

        page.click(PlaygroundBrowser.ANSWER + " .keys button", "Context");

        page.untilText(PlaygroundBrowser.ANSWER, "(only you see this)");
        page.screenshot("only-you");
        page.perform(
                () ->
                        new Select(page.all("#persona").getFirst())
                                .selectByContainsVisibleText("Clara"));
        page.untilText("#messages", "¶");
        assertThat(page.text("#messages")).doesNotContain("only you see this");
    }

    @Test
    void mentionInAGroupWithoutTheBotIsAnsweredAsAGuestWithALinkToGoOnInPrivate()
            throws IOException {
        page.openChat("# Coffee");
        page.click("#more");
        page.click("#popup button", "Remove Verbatim");

        page.write(QUESTION + " @verbatim_bot");

        page.untilText(PlaygroundBrowser.ANSWER, "¶");
        assertThat(page.text(PlaygroundBrowser.ANSWER)).startsWith("Verbatim (guest)");
        page.screenshot("guest");
        page.click(PlaygroundBrowser.ANSWER + " .keys a", "Go on in private");
        page.untilText("#title", "Verbatim");
        page.untilText(PlaygroundBrowser.ANSWER, "¶");

        page.openChat("# Coffee");
        page.click("#more");
        page.click("#popup button", "Add Verbatim");
    }

    @Test
    void groupHasDiscussedTheArticleAndRepliesLinkToTheirTargets() throws IOException {
        page.openChat("Reading group");
        page.untilText("#messages", "four IRIS-T systems");
        page.untilText("#messages", "Thursday 18:00");

        page.click("#messages .message .reply");

        page.until(() -> !page.all(".message:focus").isEmpty());
        page.screenshot("group");
    }

    @Test
    void talkAboutTheArticleIsShownInWordsAndAsAPicture() throws IOException {
        page.openChat("Reading group");
        page.untilText("#messages", "Thursday 18:00");

        page.write("/map");

        page.untilText("#messages", "The talk about the articles");
        page.until(() -> !page.all("#messages .message img.photo[alt*='¶']").isEmpty());
        page.screenshot("map");
    }

    @Test
    void forumHasTopics() {
        page.openChat("# Coffee");
        page.write("Anybody?");
        assertThat(page.text(PlaygroundBrowser.OWN)).contains("Anybody?");

        page.openChat("# Articles");

        page.until(
                () ->
                        page.all(PlaygroundBrowser.OWN).stream()
                                .noneMatch(message -> message.getText().contains("Anybody?")));
    }

    @Test
    void commandsMenuShowsTheBotsCommands() {
        page.click("#menu");

        page.untilText("#choices", "/help");
    }

    @Test
    void inlineResultsAreOfferedWhileTypingAndChosenByKeyboard() {
        page.openChat("Reading group");
        page.type("#words", "@verbatim_bot What does Smith say about loose talk?");
        page.untilText("#choices", "NATO allies set to boost");

        page.type("#words", Keys.ENTER);

        page.untilText(PlaygroundBrowser.OWN, "a lot of loose talk");
        assertThat(page.text(PlaygroundBrowser.OWN))
                .contains("via @verbatim_bot", "— Julianne Smith", "¶18");
    }

    @Test
    void articleIsSubmittedAsTheEditor() throws IOException {
        Path article = page.folder().resolve("my-article.md");
        Files.writeString(article, "---\ntitle: Tea\n---\n\nTea is a hot drink.\n");

        page.type("#article", article.toString());

        page.untilText(PlaygroundBrowser.OWN, "my-article.md");
        assertThat(page.text("#persona option:checked")).contains("editor");
        page.untilText("#messages .message", "Tea");
    }

    @Test
    void inspectorShowsCallsAndInjectsFaults() throws IOException {
        page.openControls();
        page.perform(
                () ->
                        new Select(page.all("#fault-method").getFirst())
                                .selectByVisibleText("sendMessage"));
        page.click("#fault-form [type=submit]");
        page.untilText("#toast", "Fault set: sendMessage");

        page.write(QUESTION);

        page.untilText("#traffic", "429");
        page.untilText(PlaygroundBrowser.ANSWER, "¶20");
        page.screenshot("inspector");
    }

    @Test
    void restartedBotRemembersThePreviousQuestion() {
        page.askSuggested("What does Smith say about loose talk?");
        page.text(PlaygroundBrowser.ANSWER);
        page.openControls();
        page.click("#restart");
        page.untilText("#toast", "runs again");

        page.write("who said that?");

        page.untilText(PlaygroundBrowser.ANSWER, "Julianne Smith");
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
        page.write(QUESTION);
        page.text(PlaygroundBrowser.ANSWER);
        page.screenshot("phone");
        page.click("#back");
        page.until(() -> page.all("#side").getFirst().isDisplayed());
        assertThat(page.all("#chat").getFirst().isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noSeriousAccessibilityViolation(String theme) throws IOException {
        page.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
        page.openControls();
        for (String chat : List.of("Reading group", "Verbatim")) {
            page.openChat(chat);
            page.write("/articles");

            assertThat(seriousViolations()).isEmpty();
        }
        page.screenshot(theme);
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
}
