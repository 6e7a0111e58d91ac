package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.Playground;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tests how the page shows texts, names, entities and links, in a real browser.
@PlaygroundBrowser.InTurn
class PlaygroundMarkupIT {

    @RegisterExtension static final PlaygroundBrowser page = new PlaygroundBrowser();

    @Test
    void messageTextIsNeverInterpretedAsMarkup() {
        String attack =
                "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
                        + " javascript:alert(1) [x](javascript:alert(1))";
        page.openChat("Reading group");

        page.write(attack);

        page.untilText(PlaygroundBrowser.OWN + " .text", "<img");
        assertThat(page.all("#messages img, #messages script")).isEmpty();
        assertThat(page.all("a[href^='javascript']")).isEmpty();
        assertThat(page.driver().getTitle()).isEqualTo("Playground");
    }

    @Test
    void namesAreNeverInterpretedAsMarkup() throws IOException {
        Path export = page.folder().resolve("result.json");
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
        page.write("Which countries have nuclear weapons?");
        page.text(PlaygroundBrowser.ANSWER);

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

        page.untilText(PlaygroundBrowser.ANSWER, "both");
        assertThat(page.text(PlaygroundBrowser.ANSWER + " .text strong > em")).isEqualTo("both");
        assertThat(page.text(PlaygroundBrowser.ANSWER + " .text code")).isEqualTo("c");
        page.click(PlaygroundBrowser.ANSWER + " .text .fold");
        page.until(
                () -> !page.all(PlaygroundBrowser.ANSWER + " .fold[aria-expanded=true]").isEmpty());
        page.click(PlaygroundBrowser.ANSWER + " .text a");
        page.until(() -> !page.text("#toast").isEmpty());
        assertThat(page.driver().getWindowHandles()).hasSize(1);
        page.screenshot("marks");
    }

    @Test
    void linkToAMessageLeadsThere() {
        page.openChat("Reading group");
        String id = idOfFirstMessage();
        page.write("See https://t.me/reading_group/" + id);

        page.click(PlaygroundBrowser.OWN + " a");

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
}
